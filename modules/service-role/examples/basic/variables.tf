variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the role."
  type        = string
  default     = "acme-scheduler"
  nullable    = false
}
