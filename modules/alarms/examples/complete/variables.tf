variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Prefix of the alarms' names, and name of the queue."
  type        = string
  default     = "acme-checkout"
  nullable    = false
}

variable "runbooks" {
  description = "Page that says what to do about each alarm; it has a section of each alarm's name."
  type        = string
  default     = "https://wiki.example.com/runbooks"
  nullable    = false
}

variable "emails" {
  description = "Email addresses to notify; AWS asks each to confirm."
  type        = set(string)
  default     = []
  nullable    = false
}
