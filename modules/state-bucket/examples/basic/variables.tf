variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "First part of the bucket's name; the account's number makes it unique."
  type        = string
  default     = "acme-terraform-state"
  nullable    = false
}
