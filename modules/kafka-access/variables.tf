# Generated from index.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the policy."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,128}$", var.name))
    error_message = "name must have 1 to 128 letters, digits and characters of +=,.@_-."
  }
}

variable "cluster_arn" {
  description = "ARN of the MSK cluster (`…:cluster/<name>/<uuid>`)."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kafka:[a-z0-9-]+:[0-9]{12}:cluster/[^/ ]+/[^/ ]+$", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an MSK cluster, such as arn:aws:kafka:eu-west-1:123456789012:cluster/name/uuid-1."
  }
}

variable "read_topics" {
  description = "Topics whose records the client reads."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for read_topic in var.read_topics : can(regex("^[a-zA-Z0-9._-]+\\*?$", read_topic))])
    error_message = "Each element of read_topics must be a topic name, or its beginning followed by *."
  }
}

variable "write_topics" {
  description = "Topics that the client writes to."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for write_topic in var.write_topics : can(regex("^[a-zA-Z0-9._-]+\\*?$", write_topic))])
    error_message = "Each element of write_topics must be a topic name, or its beginning followed by *."
  }
}

variable "admin_topics" {
  description = "Topics that the client creates and changes."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for admin_topic in var.admin_topics : can(regex("^[a-zA-Z0-9._-]+\\*?$", admin_topic))])
    error_message = "Each element of admin_topics must be a topic name, or its beginning followed by *."
  }
}

variable "delete_topics" {
  description = "Topics that the client deletes, with their records."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for delete_topic in var.delete_topics : can(regex("^[a-zA-Z0-9._-]+\\*?$", delete_topic))])
    error_message = "Each element of delete_topics must be a topic name, or its beginning followed by *."
  }
}

variable "groups" {
  description = "Consumer groups that the client takes part in."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for group in var.groups : can(regex("^[a-zA-Z0-9._-]+\\*?$", group))])
    error_message = "Each element of groups must be a group name, or its beginning followed by *."
  }
}

variable "transactional_ids" {
  description = "Transactional IDs that the client writes with, such as `acme-job-*`."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for transactional_id in var.transactional_ids : can(regex("^[a-zA-Z0-9._-]+\\*?$", transactional_id))])
    error_message = "Each element of transactional_ids must be a transactional ID, or its beginning followed by *."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
