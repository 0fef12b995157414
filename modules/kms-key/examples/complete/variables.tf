variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the key's alias, and first part of other names."
  type        = string
  default     = "acme-operations"
  nullable    = false
}
