# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Prefix of the alarms' names, such as `market-data-dev`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,100}$", var.name))
    error_message = "name must be 1 to 100 of a-z, A-Z, 0-9, underscore and hyphen."
  }
}

variable "topic_arn" {
  description = "ARN of the SNS topic that is notified when an alarm fires and when it is OK again."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:sns:[a-z0-9-]+:[0-9]{12}:[a-zA-Z0-9_-]+(\\.fifo)?$", var.topic_arn))
    error_message = "topic_arn must be the ARN of an SNS topic, such as arn:aws:sns:eu-west-1:123456789012:name."
  }
}

variable "composite_name" {
  description = "Name of the alarm that is in ALARM while any of its members is."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]{1,60}$", var.composite_name))
    error_message = "composite_name must be 1 to 60 of a-z, 0-9 and hyphen."
  }
}

variable "composite_description" {
  description = "What is wrong when the composite alarm is in ALARM."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.composite_description) >= 1 && length(var.composite_description) <= 800
    error_message = "composite_description must have 1 to 800 characters."
  }
}

variable "composite_runbook_url" {
  description = "URL of the composite alarm's runbook."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^https://.+#.+$", var.composite_runbook_url))
    error_message = "composite_runbook_url must be an https URL with the #anchor of the alarm's runbook."
  }

  validation {
    condition     = length(var.composite_runbook_url) <= 200
    error_message = "composite_runbook_url must have at most 200 characters."
  }
}

variable "composite_members" {
  description = "Its members, by their names in `alarms` and `math_alarms`."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.composite_members) >= 1 && length(var.composite_members) <= 100
    error_message = "composite_members must have 1 to 100 elements."
  }

  validation {
    condition     = alltrue([for composite_member in var.composite_members : can(regex("^[a-z0-9-]{1,60}$", composite_member))])
    error_message = "Each element of composite_members must be 1 to 60 of a-z, 0-9 and hyphen."
  }
}

variable "alarms" {
  description = "Alarms on one metric, by name."
  type = map(object({
    # What is wrong when it is in ALARM.
    description        = string
    runbook_url        = string
    threshold          = number
    comparison         = optional(string, "GreaterThanThreshold")
    evaluation_periods = optional(number, 1)
    # Data points of those evaluated that must be over the threshold; all of them when it is null. Two or more over an expression with FILL: a point that comes late is the fill value at first.
    datapoints_to_alarm = optional(number)
    # What missing data means; there is no good default.
    treat_missing_data = string
    namespace          = string
    metric_name        = string
    dimensions         = optional(map(string), {})
    statistic          = string
    # Seconds that one data point covers.
    period = optional(number, 300)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.alarms) : can(regex("^[a-z0-9-]{1,60}$", key))])
    error_message = "Each key of alarms must be 1 to 60 of a-z, 0-9 and hyphen."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : length(alarm.description) >= 1 && length(alarm.description) <= 800])
    error_message = "alarms[*].description must have 1 to 800 characters."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : can(regex("^https://.+#.+$", alarm.runbook_url))])
    error_message = "alarms[*].runbook_url must be an https URL with the #anchor of the alarm's runbook."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : length(alarm.runbook_url) <= 200])
    error_message = "alarms[*].runbook_url must have at most 200 characters."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : contains(["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanOrEqualToThreshold", "LessThanThreshold"], alarm.comparison)])
    error_message = "alarms[*].comparison must be one of GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanOrEqualToThreshold, LessThanThreshold."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : floor(alarm.evaluation_periods) == alarm.evaluation_periods && alarm.evaluation_periods >= 1 && alarm.evaluation_periods <= 1440])
    error_message = "alarms[*].evaluation_periods must be a whole number, 1 to 1440."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : alarm.datapoints_to_alarm == null ? true : floor(alarm.datapoints_to_alarm) == alarm.datapoints_to_alarm && alarm.datapoints_to_alarm >= 1 && alarm.datapoints_to_alarm <= 1440])
    error_message = "alarms[*].datapoints_to_alarm must be a whole number, 1 to 1440."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : contains(["breaching", "ignore", "missing", "notBreaching"], alarm.treat_missing_data)])
    error_message = "alarms[*].treat_missing_data must be one of breaching, ignore, missing, notBreaching."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : can(regex("^[a-zA-Z0-9._/#-][a-zA-Z0-9 ._/#:-]{0,254}$", alarm.namespace))])
    error_message = "alarms[*].namespace must be 1 to 255 of a-z, A-Z, 0-9, space and ._/#:-, and not begin with a colon."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : length(alarm.metric_name) >= 1 && length(alarm.metric_name) <= 255])
    error_message = "alarms[*].metric_name must have 1 to 255 characters."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : alltrue([for key in keys(alarm.dimensions) : length(key) >= 1 && length(key) <= 255])])
    error_message = "Each key of alarms[*].dimensions must have 1 to 255 characters."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : alltrue([for dimension in values(alarm.dimensions) : length(dimension) >= 1 && length(dimension) <= 1024])])
    error_message = "Each value of alarms[*].dimensions must have 1 to 1024 characters."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : contains(["Average", "Maximum", "Minimum", "SampleCount", "Sum"], alarm.statistic)])
    error_message = "alarms[*].statistic must be one of Average, Maximum, Minimum, SampleCount, Sum."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : floor(alarm.period) == alarm.period && alarm.period >= 60 && alarm.period <= 86400])
    error_message = "alarms[*].period must be a whole number, 60 to 86400."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : alarm.period % 60 == 0])
    error_message = "alarms[*].period must be a multiple of 60."
  }
}

variable "math_alarms" {
  description = "Alarms on an expression over metrics, by name."
  type = map(object({
    # What is wrong when it is in ALARM.
    description        = string
    runbook_url        = string
    threshold          = number
    comparison         = optional(string, "GreaterThanThreshold")
    evaluation_periods = optional(number, 1)
    # Data points of those evaluated that must be over the threshold; all of them when it is null. Two or more over an expression with FILL: a point that comes late is the fill value at first.
    datapoints_to_alarm = optional(number)
    # What missing data means; there is no good default.
    treat_missing_data = string
    # Metric math over the ids of `metrics`.
    expression = string
    metrics = list(object({
      id         = string
      namespace  = string
      metric     = string
      dimensions = optional(map(string), {})
      statistic  = string
      # Seconds that one data point covers.
      period = optional(number, 300)
    }))
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.math_alarms) : can(regex("^[a-z0-9-]{1,60}$", key))])
    error_message = "Each key of math_alarms must be 1 to 60 of a-z, 0-9 and hyphen."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : length(math_alarm.description) >= 1 && length(math_alarm.description) <= 800])
    error_message = "math_alarms[*].description must have 1 to 800 characters."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : can(regex("^https://.+#.+$", math_alarm.runbook_url))])
    error_message = "math_alarms[*].runbook_url must be an https URL with the #anchor of the alarm's runbook."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : length(math_alarm.runbook_url) <= 200])
    error_message = "math_alarms[*].runbook_url must have at most 200 characters."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : contains(["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanOrEqualToThreshold", "LessThanThreshold"], math_alarm.comparison)])
    error_message = "math_alarms[*].comparison must be one of GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanOrEqualToThreshold, LessThanThreshold."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : floor(math_alarm.evaluation_periods) == math_alarm.evaluation_periods && math_alarm.evaluation_periods >= 1 && math_alarm.evaluation_periods <= 1440])
    error_message = "math_alarms[*].evaluation_periods must be a whole number, 1 to 1440."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : math_alarm.datapoints_to_alarm == null ? true : floor(math_alarm.datapoints_to_alarm) == math_alarm.datapoints_to_alarm && math_alarm.datapoints_to_alarm >= 1 && math_alarm.datapoints_to_alarm <= 1440])
    error_message = "math_alarms[*].datapoints_to_alarm must be a whole number, 1 to 1440."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : contains(["breaching", "ignore", "missing", "notBreaching"], math_alarm.treat_missing_data)])
    error_message = "math_alarms[*].treat_missing_data must be one of breaching, ignore, missing, notBreaching."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : length(math_alarm.expression) >= 1 && length(math_alarm.expression) <= 1024])
    error_message = "math_alarms[*].expression must have 1 to 1024 characters."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : length(math_alarm.metrics) >= 1 && length(math_alarm.metrics) <= 9])
    error_message = "math_alarms[*].metrics must have 1 to 9 elements."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : can(regex("^[a-z][a-zA-Z0-9_]{0,254}$", metric.id))])])
    error_message = "math_alarms[*].metrics[*].id must be 1 to 255 of a-z, A-Z, 0-9 and underscore, starting with a-z."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : can(regex("^[a-zA-Z0-9._/#-][a-zA-Z0-9 ._/#:-]{0,254}$", metric.namespace))])])
    error_message = "math_alarms[*].metrics[*].namespace must be 1 to 255 of a-z, A-Z, 0-9, space and ._/#:-, and not begin with a colon."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : length(metric.metric) >= 1 && length(metric.metric) <= 255])])
    error_message = "math_alarms[*].metrics[*].metric must have 1 to 255 characters."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : alltrue([for key in keys(metric.dimensions) : length(key) >= 1 && length(key) <= 255])])])
    error_message = "Each key of math_alarms[*].metrics[*].dimensions must have 1 to 255 characters."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : alltrue([for dimension in values(metric.dimensions) : length(dimension) >= 1 && length(dimension) <= 1024])])])
    error_message = "Each value of math_alarms[*].metrics[*].dimensions must have 1 to 1024 characters."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : contains(["Average", "Maximum", "Minimum", "SampleCount", "Sum", "p90", "p95", "p99"], metric.statistic)])])
    error_message = "math_alarms[*].metrics[*].statistic must be one of Average, Maximum, Minimum, SampleCount, Sum, p90, p95, p99."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : floor(metric.period) == metric.period && metric.period >= 60 && metric.period <= 86400])])
    error_message = "math_alarms[*].metrics[*].period must be a whole number, 60 to 86400."
  }

  validation {
    condition     = alltrue([for math_alarm in values(var.math_alarms) : alltrue([for metric in math_alarm.metrics : metric.period % 60 == 0])])
    error_message = "math_alarms[*].metrics[*].period must be a multiple of 60."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
