variable "alarm_emails" {
  description = "E-mail addresses that alarms are sent to; each must confirm."
  type        = set(string)
  default     = []
  nullable    = false
}

variable "runbooks" {
  description = "Where docs/ALERT_RUNBOOKS.md can be read; each alarm links to its section."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^https://[^# ]+$", var.runbooks))
    error_message = "runbooks must be an https URL without an anchor."
  }
}

variable "consumer_lag_records" {
  description = "Prices that the job may be behind before an alarm fires. The default is what the producer makes in 15 minutes."
  type        = number
  default     = 1500
  nullable    = false

  validation {
    condition     = var.consumer_lag_records >= 1
    error_message = "consumer_lag_records must be 1 or more."
  }
}

variable "feature_age_seconds" {
  description = "Seconds that the newest feature of a ticker may be old."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition     = var.feature_age_seconds >= 60 && floor(var.feature_age_seconds) == var.feature_age_seconds
    error_message = "feature_age_seconds must be a whole number, 60 or more."
  }
}
