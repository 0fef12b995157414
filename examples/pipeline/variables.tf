variable "name" {
  description = "First part of every name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 of a-z, 0-9 and hyphen, starting with a letter: bucket names are made from it."
  }
}

variable "region" {
  description = "AWS region."
  type        = string
  nullable    = false
}

variable "tags" {
  description = "Tags for every resource, in addition to Project and ManagedBy."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "functions_directory" {
  description = "Folder with the functions' zips, as `npm run synth` leaves it in dist/functions."
  type        = string
  nullable    = false

  validation {
    condition = alltrue([
      for name in keys(local.functions) :
      fileexists("${var.functions_directory}/${name}.zip")
    ])
    error_message = "functions_directory must hold ${join(", ", formatlist("%s.zip", keys(local.functions)))}: `npm run synth` makes them in dist/functions."
  }
}

variable "job_jar" {
  description = "Path of the Flink job's jar, as `npm run synth` leaves it in dist/flink-job."
  type        = string
  nullable    = false

  validation {
    condition     = endswith(var.job_jar, ".jar") && fileexists(var.job_jar)
    error_message = "job_jar must be the path of a .jar file that is there: `npm run synth` makes one in dist/flink-job."
  }
}

variable "force_destroy" {
  description = "Whether destroying the pipeline deletes what is in its buckets."
  type        = bool
  default     = false
  nullable    = false
}

variable "log_retention_days" {
  description = "Days that log groups and access logs are kept."
  type        = number
  default     = 30
  nullable    = false
}

variable "existing_keys" {
  description = "ARNs of KMS keys to use instead of new ones, by what they encrypt; their policies must allow what the README says."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.existing_keys) : contains(["logs", "functions", "lake", "alarms", "kafka"], name)])
    error_message = "Each key of existing_keys must be one of logs, functions, lake, alarms and kafka."
  }

  validation {
    condition     = alltrue([for arn in values(var.existing_keys) : can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[a-zA-Z0-9-]+$", arn))])
    error_message = "Each value of existing_keys must be the ARN of a KMS key, not of an alias."
  }
}
