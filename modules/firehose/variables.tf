# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the stream, and prefix of its roles' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{1,55}$", var.name))
    error_message = "name must be 1 to 55 of a-z, A-Z, 0-9, underscore, dot and hyphen."
  }
}

variable "cluster_arn" {
  description = "ARN of the MSK cluster; its cluster policy must already let Firehose connect privately."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kafka:[a-z0-9-]+:[0-9]{12}:cluster/[^/ ]+/[^/ ]+$", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an MSK cluster, such as arn:aws:kafka:eu-west-1:123456789012:cluster/name/uuid-1."
  }
}

variable "topic" {
  description = "Topic to read; its values are JSON objects."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-zA-Z0-9-][a-zA-Z0-9._-]{0,248}|_([a-zA-Z0-9.-][a-zA-Z0-9._-]{0,247})?|[.][a-zA-Z0-9_-][a-zA-Z0-9._-]{0,247}|[.]{2}[a-zA-Z0-9._-]{1,247})$", var.topic))
    error_message = "topic must be a Kafka topic name: 1 to 249 of a-z, A-Z, 0-9, dot, underscore and hyphen, but not . or .., and not beginning with __."
  }
}

variable "bucket_arn" {
  description = "ARN of the bucket it writes to."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:s3:::[a-zA-Z0-9._-]{3,255}$", var.bucket_arn))
    error_message = "bucket_arn must be the ARN of an S3 bucket, such as arn:aws:s3:::name."
  }
}

variable "prefix" {
  description = "Folder of the Parquet files; year=/month=/day= of the arrival time (UTC) are added."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-zA-Z0-9_.=-]+/)+$", var.prefix))
    error_message = "prefix must be a folder such as aggregates/, ending in a slash, without Firehose expressions."
  }

  validation {
    condition     = length(var.prefix) <= 900
    error_message = "prefix must have at most 900 characters."
  }
}

variable "glue_database" {
  description = "Glue database of the table whose columns are the schema."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[!-~]{1,255}$", var.glue_database))
    error_message = "glue_database must be 1 to 255 letters, digits and signs, without spaces."
  }
}

variable "glue_table" {
  description = "Glue table whose columns are the schema."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[!-~]{1,255}$", var.glue_table))
    error_message = "glue_table must be 1 to 255 letters, digits and signs, without spaces."
  }
}

variable "kms_key_arn" {
  description = "ARN of the KMS key that encrypts the bucket and, where that is set, the catalog."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "log_retention_days" {
  description = "Days that delivery errors are kept in the log group."
  type        = number
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653."
  }
}

variable "log_kms_key_arn" {
  description = "ARN of the KMS key that encrypts the log group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "error_prefix" {
  description = "Folder of records that could not be converted, by kind of error and day; outside `prefix`."
  type        = string
  default     = "errors/"
  nullable    = false

  validation {
    condition     = can(regex("^([a-zA-Z0-9_.=-]+/)+$", var.error_prefix))
    error_message = "error_prefix must be a folder such as aggregates/, ending in a slash, without Firehose expressions."
  }

  validation {
    condition     = length(var.error_prefix) <= 900
    error_message = "error_prefix must have at most 900 characters."
  }
}

variable "buffer_mb" {
  description = "MiB collected before a file is written; converting to Parquet needs at least 64."
  type        = number
  default     = 128
  nullable    = false

  validation {
    condition     = floor(var.buffer_mb) == var.buffer_mb && var.buffer_mb >= 64 && var.buffer_mb <= 128
    error_message = "buffer_mb must be a whole number, 64 to 128."
  }
}

variable "buffer_seconds" {
  description = "Seconds after which what was collected is written."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = floor(var.buffer_seconds) == var.buffer_seconds && var.buffer_seconds >= 0 && var.buffer_seconds <= 900
    error_message = "buffer_seconds must be a whole number, 0 to 900."
  }
}

variable "trust_source_account" {
  description = "Whether the service must name this account as its source (`aws:SourceAccount`) when it acts."
  type        = bool
  default     = false
  nullable    = false
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
