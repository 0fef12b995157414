variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the application."
  type        = string
  default     = "acme-orders"
  nullable    = false
}
