# Generated from index.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Prefix of the names of the policies attached to the function's role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,100}$", var.name))
    error_message = "name must be 1 to 100 of a-z, A-Z, 0-9 and +=,.@_-."
  }
}

variable "function_name" {
  description = "Name of the function that receives the batches."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,64}$", var.function_name))
    error_message = "function_name must be 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen."
  }
}

variable "role_name" {
  description = "Name of the function's role; the pollers use it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.role_name))
    error_message = "role_name must have 1 to 64 letters, digits and characters of +=,.@_-."
  }
}

variable "cluster_arn" {
  description = "ARN of the MSK cluster; port 9098 must be open within its security groups."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kafka:[a-z0-9-]+:[0-9]{12}:cluster/[^/ ]+/[^/ ]+$", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an MSK cluster, such as arn:aws:kafka:eu-west-1:123456789012:cluster/name/uuid-1."
  }
}

variable "topic" {
  description = "Topic to read."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-zA-Z0-9-][a-zA-Z0-9._-]{0,248}|_([a-zA-Z0-9.-][a-zA-Z0-9._-]{0,247})?|[.][a-zA-Z0-9_-][a-zA-Z0-9._-]{0,247}|[.]{2}[a-zA-Z0-9._-]{1,247})$", var.topic)) && can(regex("^[^.]", var.topic))
    error_message = "topic must be a Kafka topic name: 1 to 249 of a-z, A-Z, 0-9, dot, underscore and hyphen, but not . or .., and not beginning with __; Lambda takes those of 2 or more that do not begin with a dot."
  }

  validation {
    condition     = length(var.topic) >= 2
    error_message = "topic must have at least 2 characters."
  }
}

variable "consumer_group_id" {
  description = "Consumer group; it cannot change, and a recreated mapping continues where the group stopped."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9._-]{1,200}$", var.consumer_group_id))
    error_message = "consumer_group_id must be 1 to 200 of a-z, A-Z, 0-9, dot, underscore and hyphen; MSK reports no lag for one with a colon."
  }
}

variable "on_failure_bucket_arn" {
  description = "ARN of the bucket for batches that were given up, with their records and the error."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:s3:::[a-zA-Z0-9._-]{3,255}$", var.on_failure_bucket_arn))
    error_message = "on_failure_bucket_arn must be the ARN of an S3 bucket, such as arn:aws:s3:::name."
  }
}

variable "on_failure_kms_key_arn" {
  description = "ARN of the KMS key that encrypts that bucket."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.on_failure_kms_key_arn))
    error_message = "on_failure_kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "starting_position" {
  description = "Where a group that has no offsets yet begins."
  type        = string
  default     = "TRIM_HORIZON"
  nullable    = false

  validation {
    condition     = contains(["TRIM_HORIZON", "LATEST"], var.starting_position)
    error_message = "starting_position must be one of TRIM_HORIZON, LATEST."
  }
}

variable "batch_size" {
  description = "Records a batch has at most."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = floor(var.batch_size) == var.batch_size && var.batch_size >= 1 && var.batch_size <= 10000
    error_message = "batch_size must be a whole number, 1 to 10000."
  }
}

variable "batching_window_seconds" {
  description = "Seconds a batch is waited for."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = floor(var.batching_window_seconds) == var.batching_window_seconds && var.batching_window_seconds >= 0 && var.batching_window_seconds <= 300
    error_message = "batching_window_seconds must be a whole number, 0 to 300."
  }
}

variable "minimum_pollers" {
  description = "Provisioned pollers kept running (about 5 MB/s each)."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = floor(var.minimum_pollers) == var.minimum_pollers && var.minimum_pollers >= 1 && var.minimum_pollers <= 200
    error_message = "minimum_pollers must be a whole number, 1 to 200."
  }
}

variable "maximum_pollers" {
  description = "Provisioned pollers at most."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = floor(var.maximum_pollers) == var.maximum_pollers && var.maximum_pollers >= 1 && var.maximum_pollers <= 2000
    error_message = "maximum_pollers must be a whole number, 1 to 2000."
  }
}

variable "maximum_retry_attempts" {
  description = "Times a failed batch is tried again."
  type        = number
  default     = 3
  nullable    = false

  validation {
    condition     = floor(var.maximum_retry_attempts) == var.maximum_retry_attempts && var.maximum_retry_attempts >= 0 && var.maximum_retry_attempts <= 10000
    error_message = "maximum_retry_attempts must be a whole number, 0 to 10000."
  }
}

variable "maximum_record_age_seconds" {
  description = "Seconds after which a record is not tried any more."
  type        = number
  default     = 86400
  nullable    = false

  validation {
    condition     = floor(var.maximum_record_age_seconds) == var.maximum_record_age_seconds && var.maximum_record_age_seconds >= 60 && var.maximum_record_age_seconds <= 604800
    error_message = "maximum_record_age_seconds must be a whole number, 60 to 604800."
  }
}

variable "bisect" {
  description = "Whether a failed batch is split in two before it is tried again."
  type        = bool
  default     = true
  nullable    = false
}

variable "enabled" {
  description = "Whether the topic is read."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
