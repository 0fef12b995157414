variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the feature group; with the account's number also that of its bucket."
  type        = string
  default     = "acme-features"
  nullable    = false
}
