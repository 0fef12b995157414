variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the function."
  type        = string
  default     = "acme-hello"
  nullable    = false
}
