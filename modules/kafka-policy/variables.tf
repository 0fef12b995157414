# Generated from index.ts by `npm run modules`: change that file instead.

variable "cluster_arn" {
  description = "ARN of the MSK cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kafka:[a-z0-9-]+:[0-9]{12}:cluster/[^/ ]+/[^/ ]+$", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an MSK cluster, such as arn:aws:kafka:eu-west-1:123456789012:cluster/name/uuid-1."
  }
}

variable "trust_source_account" {
  description = "Whether the service must name this account as its source (`aws:SourceAccount`) when it acts."
  type        = bool
  default     = false
  nullable    = false
}
