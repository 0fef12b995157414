variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the key's alias."
  type        = string
  default     = "acme-data"
  nullable    = false
}
