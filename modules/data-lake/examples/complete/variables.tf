variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "First part of every name; the account's number makes those of buckets unique."
  type        = string
  default     = "acme-analytics"
  nullable    = false
}

variable "force_destroy" {
  description = "Whether destroying the lake deletes what is in its buckets; for a trial."
  type        = bool
  default     = false
  nullable    = false
}
