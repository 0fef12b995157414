variable "brokers" {
  description = "Brokers of a provisioned cluster; MSK Serverless when null."
  type = object({
    count         = number
    instance_type = optional(string, "kafka.m7g.large")
    volume_gib    = optional(number, 100)
  })
  default = null

  validation {
    condition = var.brokers == null ? true : (
      var.brokers.count > 0 && var.brokers.count % (var.existing_network == null ? var.az_count : length(var.existing_network.private_subnet_ids)) == 0
    )
    error_message = "brokers.count must be a multiple of the number of private subnets."
  }

  validation {
    condition     = var.brokers == null ? true : var.brokers.count <= 4
    error_message = "brokers.count must be at most 4: an alarm takes ten metrics, and dead-letters adds up two for each broker. Take a larger instance_type."
  }
}

variable "topics" {
  description = "Kafka topics: prices (input), aggregates (output), and what the job refused (dlq)."
  type = object({
    input  = optional(object({ name = string, partitions = number, retention_hours = number }), { name = "stock-prices", partitions = 3, retention_hours = 24 })
    output = optional(object({ name = string, partitions = number, retention_hours = number }), { name = "stock-aggregates", partitions = 3, retention_hours = 24 })
    dlq    = optional(object({ name = string, partitions = number, retention_hours = number }), { name = "stock-prices-dlq", partitions = 1, retention_hours = 168 })
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for topic in values(var.topics) : can(regex("^[a-zA-Z0-9._-]{1,249}$", topic.name)) && !contains([".", ".."], topic.name) && !startswith(topic.name, "__")])
    error_message = "topics[*].name must be 1 to 249 of a-z, A-Z, 0-9, dot, underscore and hyphen, but not . or .., and not beginning with __."
  }

  validation {
    condition     = length(distinct([for topic in values(var.topics) : replace(topic.name, ".", "_")])) == 3
    error_message = "topics[*].name must differ, also once a dot is an underscore, as in Kafka's metrics."
  }

  validation {
    condition     = alltrue([for topic in values(var.topics) : topic.retention_hours >= 1 && floor(topic.retention_hours) == topic.retention_hours])
    error_message = "topics[*].retention_hours must be a whole number, 1 or more."
  }
}

variable "topic_deletion" {
  description = "Topics that a destroy deletes: none (never), those without records, refusing the others (empty), or all with their records (always)."
  type        = string
  default     = "empty"
  nullable    = false

  validation {
    condition     = contains(["never", "empty", "always"], var.topic_deletion)
    error_message = "topic_deletion must be never, empty or always."
  }
}

variable "tickers" {
  description = "Symbols that the producer makes prices for, and the feature check asks for."
  type        = list(string)
  default     = ["AMZN", "AAPL", "MSFT", "GOOGL"]
  nullable    = false

  validation {
    condition     = length(var.tickers) > 0 && alltrue([for ticker in var.tickers : can(regex("^[A-Z][A-Z0-9.-]{0,11}$", ticker))])
    error_message = "tickers must have at least one symbol; each is 1 to 12 of A-Z, 0-9, dot and hyphen, starting with a letter."
  }
}

variable "records_per_invocation" {
  description = "Prices that the producer sends each time."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.records_per_invocation >= 1 && var.records_per_invocation <= 10000 && floor(var.records_per_invocation) == var.records_per_invocation
    error_message = "records_per_invocation must be a whole number, 1 to 10000."
  }
}

variable "producer_schedule" {
  description = "When the producer runs, in UTC."
  type        = string
  default     = "rate(1 minute)"
  nullable    = false
}

variable "consumer_schedule" {
  description = "When the consumer reports by itself, in UTC, such as rate(1 hour); by default only when it is asked."
  type        = string
  default     = null
}

variable "parallelism" {
  description = "Parallel subtasks of the Flink job; AWS bills one KPU more."
  type        = number
  default     = 1
  nullable    = false
}

variable "autoscaling" {
  description = "Whether Managed Flink scales the job by CPU use."
  type        = bool
  default     = false
  nullable    = false
}

variable "checkpoint_interval_ms" {
  description = "Milliseconds between checkpoints; aggregates appear at this rate."
  type        = number
  default     = 60000
  nullable    = false
}
