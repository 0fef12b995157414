variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the dashboard, and first part of the queues' names."
  type        = string
  default     = "acme-queues"
  nullable    = false
}
