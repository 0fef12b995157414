variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the feature group; with the account's number also that of its bucket."
  type        = string
  default     = "acme-customers"
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "ARN of the managed policy that bounds the roles of this account; none by default."
  type        = string
  default     = null
}
