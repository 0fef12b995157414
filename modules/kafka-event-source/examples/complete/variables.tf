variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "First part of every name."
  type        = string
  default     = "acme-indexer"
  nullable    = false
}

variable "cluster_arn" {
  description = "ARN of an MSK cluster that has the topic, such as the kafka-topics module's basic example makes."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kafka:.+:cluster/.+/.+$", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an MSK cluster."
  }
}

variable "topic" {
  description = "Topic that the function is given."
  type        = string
  default     = "prices"
  nullable    = false
}

variable "enabled" {
  description = "Whether the topic is read; the group continues where it stopped."
  type        = bool
  default     = true
  nullable    = false
}
