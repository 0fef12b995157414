# Generated from index.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the schedule, and of its role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{1,64}$", var.name))
    error_message = "name must be 1 to 64 of a-z, A-Z, 0-9, underscore, dot and hyphen."
  }
}

variable "function_arn" {
  description = "ARN of the function to invoke."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]+:[0-9]{12}:function:[!-~]+$", var.function_arn))
    error_message = "function_arn must be the ARN of a Lambda function, such as arn:aws:lambda:eu-west-1:123456789012:function:name."
  }
}

variable "expression" {
  description = "When it runs, in UTC."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^(rate[(](1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))[)]|cron[(]([0-9A-Z,/*?#-]+ ){5}[0-9,/*-]+[)])$", var.expression))
    error_message = "expression must be rate(…) of 1 or more minutes, hours or days, such as rate(5 minutes), or cron(…) with six fields (minutes, hours, day of month, month, day of week, year), of which one day is ?, such as cron(0 8 ? * MON-FRI *)."
  }

  validation {
    condition     = length(var.expression) <= 256
    error_message = "expression must have at most 256 characters."
  }
}

variable "dead_letter_arn" {
  description = "ARN of the SQS queue for invocations that could not be delivered; encrypted by SQS, not with a KMS key."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:sqs:[a-z0-9-]+:[0-9]{12}:[a-zA-Z0-9_-]+(\\.fifo)?$", var.dead_letter_arn))
    error_message = "dead_letter_arn must be the ARN of an SQS queue, such as arn:aws:sqs:eu-west-1:123456789012:name."
  }
}

variable "description" {
  description = "What the schedule is for."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = length(var.description) <= 512
    error_message = "description must have at most 512 characters."
  }
}

variable "input" {
  description = "JSON that the function receives as its event."
  type        = string
  default     = "{}"
  nullable    = false

  validation {
    condition     = can([jsondecode("[${var.input}]"), jsondecode("{\"json\":${var.input}}")])
    error_message = "input must be valid JSON."
  }
}

variable "enabled" {
  description = "Whether it runs."
  type        = bool
  default     = true
  nullable    = false
}

variable "retries" {
  description = "Further attempts to deliver an invocation."
  type        = number
  default     = 3
  nullable    = false

  validation {
    condition     = floor(var.retries) == var.retries && var.retries >= 0 && var.retries <= 185
    error_message = "retries must be a whole number, 0 to 185."
  }
}

variable "maximum_event_age_seconds" {
  description = "Seconds after which an undelivered invocation goes to the dead-letter queue."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition     = floor(var.maximum_event_age_seconds) == var.maximum_event_age_seconds && var.maximum_event_age_seconds >= 60 && var.maximum_event_age_seconds <= 86400
    error_message = "maximum_event_age_seconds must be a whole number, 60 to 86400."
  }
}

variable "permissions_boundary_arn" {
  description = "ARN of the managed policy that bounds what its roles may do, whatever they are granted; none by default."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null ? true : can(regex("^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[!-~]+$", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be the ARN of an IAM policy, such as arn:aws:iam::123456789012:policy/name."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
