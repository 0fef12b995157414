variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Name of the topic."
  type        = string
  default     = "acme-oncall"
  nullable    = false
}

variable "emails" {
  description = "Email addresses to notify; AWS asks each to confirm."
  type        = set(string)
  default     = []
  nullable    = false
}
