# Generated from index.ts by `npm run modules`: change that file instead.

variable "bucket_name" {
  description = "Name of the bucket, and of the alias of its key."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,56}[a-z0-9]$", var.bucket_name))
    error_message = "bucket_name must be 3 to 58 of a-z, 0-9 and hyphen: `-logs` is added for the access logs' bucket, and a key's alias has no dot."
  }
}

variable "noncurrent_days" {
  description = "Days that earlier versions of a state are kept."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = floor(var.noncurrent_days) == var.noncurrent_days && var.noncurrent_days >= 1 && var.noncurrent_days <= 3650
    error_message = "noncurrent_days must be a whole number, 1 to 3650."
  }
}

variable "force_destroy" {
  description = "Whether destroying the buckets deletes the states and logs."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
