# Generated from index.ts by `npm run modules`: change that file instead.

variable "cluster_arn" {
  description = "ARN of the MSK cluster."
  type        = string
  nullable    = false
}
