variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the function, and first part of other names."
  type        = string
  default     = "acme-quotes"
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "ARN of the managed policy that bounds the roles of this account; none by default."
  type        = string
  default     = null
}
