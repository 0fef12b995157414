# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "bucket_name" {
  description = "Name of the lake's bucket."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket_name))
    error_message = "bucket_name must be a valid S3 bucket name: 3 to 63 of a-z, 0-9, dot and hyphen."
  }
}

variable "kms_key_arn" {
  description = "ARN of the KMS key that encrypts objects and query results."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "log_bucket_name" {
  description = "Bucket that receives the access logs."
  type        = string
  nullable    = false
}

variable "database" {
  description = "Name of the Glue database."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9_]{1,255}$", var.database))
    error_message = "database must be 1 to 255 of a-z, 0-9 and underscore."
  }
}

variable "table" {
  description = "Name of the Glue table."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9_]{1,255}$", var.table))
    error_message = "table must be 1 to 255 of a-z, 0-9 and underscore."
  }
}

variable "columns" {
  description = "Columns of the table, in order; the partition keys are added."
  type = list(object({
    # Name, as in the JSON records.
    name    = string
    type    = string
    comment = optional(string, "")
  }))
  nullable = false

  validation {
    condition     = length(var.columns) >= 1
    error_message = "columns must have at least 1 element."
  }

  validation {
    condition     = alltrue([for column in var.columns : can(regex("^[a-z0-9_]{1,255}$", column.name))])
    error_message = "columns[*].name must be 1 to 255 of a-z, 0-9 and underscore."
  }

  validation {
    condition     = alltrue([for column in var.columns : can(regex("^[a-z]+([(<].*[>)])?$", column.type))])
    error_message = "columns[*].type must be a Hive type such as string, double, bigint or array<string>."
  }

  validation {
    condition     = alltrue([for column in var.columns : can(regex("^[ -~¡-퟿]*$", column.comment))])
    error_message = "columns[*].comment must be a line of text, without control characters."
  }

  validation {
    condition     = alltrue([for column in var.columns : length(column.comment) <= 255])
    error_message = "columns[*].comment must have at most 255 characters."
  }
}

variable "prefix" {
  description = "Folder of the table's files; below it are year=/month=/day=."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-zA-Z0-9_.=-]+/)+$", var.prefix))
    error_message = "prefix must be a folder such as aggregates/, ending in a slash."
  }

  validation {
    condition     = length(var.prefix) <= 900
    error_message = "prefix must have at most 900 characters."
  }
}

variable "start_year" {
  description = "First year of the data (UTC)."
  type        = number
  nullable    = false

  validation {
    condition     = floor(var.start_year) == var.start_year && var.start_year >= 2000 && var.start_year <= 2200
    error_message = "start_year must be a whole number, 2000 to 2200."
  }
}

variable "workgroup" {
  description = "Name of the Athena workgroup, and prefix of the query policy's name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9._-]{1,120}$", var.workgroup))
    error_message = "workgroup must be 1 to 120 of a-z, A-Z, 0-9, dot, underscore and hyphen."
  }
}

variable "expire_days" {
  description = "Days after which objects expire; they are kept when it is not set."
  type        = number
  default     = null

  validation {
    condition     = var.expire_days == null ? true : floor(var.expire_days) == var.expire_days && var.expire_days >= 1 && var.expire_days <= 3650
    error_message = "expire_days must be a whole number, 1 to 3650."
  }
}

variable "noncurrent_days" {
  description = "Days that overwritten and deleted versions are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = floor(var.noncurrent_days) == var.noncurrent_days && var.noncurrent_days >= 1 && var.noncurrent_days <= 3650
    error_message = "noncurrent_days must be a whole number, 1 to 3650."
  }
}

variable "force_destroy" {
  description = "Whether destroying the lake deletes its objects and query history."
  type        = bool
  default     = false
  nullable    = false
}

variable "table_description" {
  description = "What a row of the table is."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[ -~¡-퟿]*$", var.table_description))
    error_message = "table_description must be a line of text, without control characters."
  }

  validation {
    condition     = length(var.table_description) <= 2048
    error_message = "table_description must have at most 2048 characters."
  }
}

variable "end_year" {
  description = "Last year that queries look for; each adds empty partitions to wide queries."
  type        = number
  default     = 2035
  nullable    = false

  validation {
    condition     = floor(var.end_year) == var.end_year && var.end_year >= 2000 && var.end_year <= 2200
    error_message = "end_year must be a whole number, 2000 to 2200."
  }
}

variable "results_prefix" {
  description = "Folder of query results."
  type        = string
  default     = "athena-results/"
  nullable    = false

  validation {
    condition     = can(regex("^([a-zA-Z0-9_.=-]+/)+$", var.results_prefix))
    error_message = "results_prefix must be a folder such as aggregates/, ending in a slash."
  }

  validation {
    condition     = length(var.results_prefix) <= 900
    error_message = "results_prefix must have at most 900 characters."
  }
}

variable "results_expire_days" {
  description = "Days after which query results expire."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = floor(var.results_expire_days) == var.results_expire_days && var.results_expire_days >= 1 && var.results_expire_days <= 3650
    error_message = "results_expire_days must be a whole number, 1 to 3650."
  }
}

variable "bytes_scanned_cutoff" {
  description = "Bytes after which a query is stopped; Athena bills by bytes scanned."
  type        = number
  default     = 10737418240
  nullable    = false

  validation {
    condition     = floor(var.bytes_scanned_cutoff) == var.bytes_scanned_cutoff && var.bytes_scanned_cutoff >= 10485760
    error_message = "bytes_scanned_cutoff must be a whole number, at least 10485760."
  }
}

variable "named_queries" {
  description = "Queries (SQL) to save in the workgroup, by name."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.named_queries) : can(regex("^[a-zA-Z0-9_-]{1,100}$", key))])
    error_message = "Each key of named_queries must be 1 to 100 of a-z, A-Z, 0-9, underscore and hyphen."
  }

  validation {
    condition     = alltrue([for named_query in values(var.named_queries) : length(named_query) >= 1 && length(named_query) <= 262144])
    error_message = "Each value of named_queries must have 1 to 262144 characters."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
