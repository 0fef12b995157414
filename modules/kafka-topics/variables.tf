# Generated from index.ts by `npm run modules`: change that file instead.

variable "function_name" {
  description = "Name of the function that creates, changes and deletes topics."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,64}$", var.function_name))
    error_message = "function_name must be 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen."
  }
}

variable "cluster_arn" {
  description = "ARN of the cluster the function works on; another cluster gets the topics too."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kafka:[a-z0-9-]+:[0-9]{12}:cluster/[^/ ]+/[^/ ]+$", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an MSK cluster, such as arn:aws:kafka:eu-west-1:123456789012:cluster/name/uuid-1."
  }
}

variable "topics" {
  description = "Topics by name. One that leaves the map stays in the cluster, with its records."
  type = map(object({
    # Number of partitions; it can grow, never shrink.
    partitions = number
    # Topic settings. `cleanup.policy` is fixed at creation; `max.message.bytes` is at most 8388608; MSK Serverless drops records beyond 250 GiB per partition, before `retention.ms`, unless `retention.bytes` is -1.
    configs = optional(map(string), {})
  }))
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.topics) : can(regex("^([a-zA-Z0-9-][a-zA-Z0-9._-]{0,248}|_([a-zA-Z0-9.-][a-zA-Z0-9._-]{0,247})?|[.][a-zA-Z0-9_-][a-zA-Z0-9._-]{0,247}|[.]{2}[a-zA-Z0-9._-]{1,247})$", key))])
    error_message = "Each key of topics must be a Kafka topic name: 1 to 249 of a-z, A-Z, 0-9, dot, underscore and hyphen, but not . or .., and not beginning with __."
  }

  validation {
    condition     = alltrue([for topic in values(var.topics) : floor(topic.partitions) == topic.partitions && topic.partitions >= 1 && topic.partitions <= 2400])
    error_message = "topics[*].partitions must be a whole number, 1 to 2400."
  }

  validation {
    condition     = alltrue([for topic in values(var.topics) : alltrue([for key in keys(topic.configs) : can(regex("^(cleanup[.]policy|compression[.]type|max[.]message[.]bytes|message[.]timestamp[.]difference[.]max[.]ms|message[.]timestamp[.]type|retention[.]bytes|retention[.]ms)$", key))])])
    error_message = "Each key of topics[*].configs must be a setting that MSK Serverless accepts: cleanup.policy, compression.type, max.message.bytes, message.timestamp.difference.max.ms, message.timestamp.type, retention.bytes, retention.ms."
  }
}

variable "deletion" {
  description = "Which topics the function deletes when Terraform destroys them, or replaces the invocation because the function or the cluster is another: none, those without records (with any that has some it refuses), or all with their records."
  type        = string
  default     = "never"
  nullable    = false

  validation {
    condition     = contains(["never", "empty", "always"], var.deletion)
    error_message = "deletion must be one of never, empty, always."
  }
}

variable "retired_topics" {
  description = "Topics to delete now, which have left `topics`; `deletion` holds for them too, so that `never` refuses any."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for retired_topic in var.retired_topics : can(regex("^([a-zA-Z0-9-][a-zA-Z0-9._-]{0,248}|_([a-zA-Z0-9.-][a-zA-Z0-9._-]{0,247})?|[.][a-zA-Z0-9_-][a-zA-Z0-9._-]{0,247}|[.]{2}[a-zA-Z0-9._-]{1,247})$", retired_topic))])
    error_message = "Each element of retired_topics must be a Kafka topic name: 1 to 249 of a-z, A-Z, 0-9, dot, underscore and hyphen, but not . or .., and not beginning with __."
  }
}
