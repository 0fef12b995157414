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
  description = "E-mail addresses that are told; AWS asks each to confirm."
  type        = set(string)
  default     = []
  nullable    = false
}
