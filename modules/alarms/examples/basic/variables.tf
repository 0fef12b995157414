variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "Prefix of the alarms' names."
  type        = string
  default     = "acme-orders"
  nullable    = false
}

variable "runbooks" {
  description = "Page that says what to do about each alarm; it has a section of each alarm's name."
  type        = string
  default     = "https://wiki.example.com/runbooks"
  nullable    = false
}
