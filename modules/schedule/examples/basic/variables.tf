variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the schedule and of its function."
  type        = string
  default     = "acme-report"
  nullable    = false
}
