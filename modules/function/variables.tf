# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the function, and of its role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,64}$", var.name))
    error_message = "name must be 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen."
  }
}

variable "description" {
  description = "What the function does."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.description) <= 256
    error_message = "description must have at most 256 characters."
  }
}

variable "package_file" {
  description = "Path of the zip with the code; a changed content deploys the function."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.package_file) >= 1
    error_message = "package_file must have at least 1 character."
  }
}

variable "environment_kms_key_arn" {
  description = "ARN of the KMS key that encrypts the environment variables."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.environment_kms_key_arn))
    error_message = "environment_kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "log_retention_days" {
  description = "Days that log events are kept."
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

variable "handler" {
  description = "File and export that Lambda calls."
  type        = string
  default     = "index.handler"
  nullable    = false

  validation {
    condition     = can(regex("^[!-~]{1,128}$", var.handler))
    error_message = "handler must be 1 to 128 letters, digits and signs, without spaces."
  }
}

variable "runtime" {
  description = "Lambda runtime. The default is the newest that provider 5.100 accepts; nodejs24.x needs provider 6.19 or newer."
  type        = string
  default     = "nodejs22.x"
  nullable    = false

  validation {
    condition     = contains(["nodejs22.x", "nodejs24.x"], var.runtime)
    error_message = "runtime must be one of nodejs22.x, nodejs24.x."
  }
}

variable "memory_mib" {
  description = "Memory in MiB; CPU grows with it."
  type        = number
  default     = 256
  nullable    = false

  validation {
    condition     = floor(var.memory_mib) == var.memory_mib && var.memory_mib >= 128 && var.memory_mib <= 10240
    error_message = "memory_mib must be a whole number, 128 to 10240."
  }
}

variable "timeout_seconds" {
  description = "Seconds after which an invocation is stopped."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = floor(var.timeout_seconds) == var.timeout_seconds && var.timeout_seconds >= 1 && var.timeout_seconds <= 900
    error_message = "timeout_seconds must be a whole number, 1 to 900."
  }
}

variable "environment" {
  description = "Environment variables."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.environment) : can(regex("^[a-zA-Z][a-zA-Z0-9_]+$", key))])
    error_message = "Each key of environment must be 2 or more of a-z, A-Z, 0-9 and underscore, starting with a letter."
  }
}

variable "subnet_ids" {
  description = "IDs of the private subnets it runs in; none for a function outside any VPC."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) <= 16
    error_message = "subnet_ids must have at most 16 elements."
  }
}

variable "security_group_ids" {
  description = "IDs of its security groups, where it has subnets."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) <= 5
    error_message = "security_group_ids must have at most 5 elements."
  }
}

variable "policy_arns" {
  description = "ARNs of managed policies with what the code may do, by a name of yours."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.policy_arns) : can(regex("^[a-z0-9-]{1,40}$", key))])
    error_message = "Each key of policy_arns must have 1 to 40 lower-case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue([for policy_arn in values(var.policy_arns) : can(regex("^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[!-~]+$", policy_arn))])
    error_message = "Each value of policy_arns must be the ARN of an IAM policy, such as arn:aws:iam::123456789012:policy/name."
  }
}

variable "reserved_concurrency" {
  description = "Invocations that may run at once; -1 shares the account's unreserved concurrency."
  type        = number
  default     = -1
  nullable    = false

  validation {
    condition     = floor(var.reserved_concurrency) == var.reserved_concurrency && var.reserved_concurrency >= -1
    error_message = "reserved_concurrency must be a whole number, at least -1."
  }
}

variable "tracing" {
  description = "X-Ray tracing mode."
  type        = string
  default     = "Active"
  nullable    = false

  validation {
    condition     = contains(["Active", "PassThrough"], var.tracing)
    error_message = "tracing must be one of Active, PassThrough."
  }
}

variable "trust_source_account" {
  description = "Whether the service must name this account as its source (`aws:SourceAccount`) when it acts."
  type        = bool
  default     = true
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
