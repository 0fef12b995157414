variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "First part of the buckets' names; the account's number makes them unique."
  type        = string
  default     = "acme-reports"
  nullable    = false
}

variable "force_destroy" {
  description = "Whether destroying the buckets deletes what is in them; for a trial."
  type        = bool
  default     = false
  nullable    = false
}
