variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "First part of every name."
  type        = string
  default     = "acme-functions"
  nullable    = false
}
