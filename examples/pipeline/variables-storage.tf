variable "lake_retention_days" {
  description = "Days that the lake keeps its objects."
  type        = number
  default     = 365
  nullable    = false
}

variable "buffer_seconds" {
  description = "Seconds after which Firehose writes what it has."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.buffer_seconds >= 0 && var.buffer_seconds <= 900 && floor(var.buffer_seconds) == var.buffer_seconds
    error_message = "buffer_seconds must be a whole number, 0 to 900."
  }
}
