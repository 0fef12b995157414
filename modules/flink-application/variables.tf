# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the application, and of its role; changing it replaces the application and loses its state."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{1,52}$", var.name))
    error_message = "name must be 1 to 52 of a-z, A-Z, 0-9, underscore, dot and hyphen."
  }
}

variable "code_bucket_arn" {
  description = "ARN of the bucket with the jar."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:s3:::[a-zA-Z0-9._-]{3,255}$", var.code_bucket_arn))
    error_message = "code_bucket_arn must be the ARN of an S3 bucket, such as arn:aws:s3:::name."
  }
}

variable "code_key" {
  description = "Key of the jar, with the hash of its content; the object must exist before the application."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^(.*[^0-9a-f])?[0-9a-f]{12,64}([^0-9a-f].*)?\\.jar$", var.code_key))
    error_message = "code_key must end in .jar and contain 12 or more hex digits of the jar's hash: only a new key deploys new code."
  }

  validation {
    condition     = length(var.code_key) <= 1024
    error_message = "code_key must have at most 1024 characters."
  }
}

variable "code_kms_key_arn" {
  description = "ARN of the KMS key that encrypts the jar."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.code_kms_key_arn))
    error_message = "code_kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "property_groups" {
  description = "Runtime properties by group; at least one group, at most 50."
  type        = map(map(string))
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.property_groups) : can(regex("^[a-zA-Z0-9_.-]{1,50}$", key))])
    error_message = "Each key of property_groups must be 1 to 50 of a-z, A-Z, 0-9, underscore, dot and hyphen."
  }

  validation {
    condition     = alltrue([for property_group in values(var.property_groups) : alltrue([for key in keys(property_group) : length(key) >= 1 && length(key) <= 2048])])
    error_message = "Each key of property_groups[*] must have 1 to 2048 characters."
  }

  validation {
    condition     = alltrue([for property_group in values(var.property_groups) : alltrue([for item in values(property_group) : length(item) >= 1 && length(item) <= 2048])])
    error_message = "Each value of property_groups[*] must have 1 to 2048 characters."
  }
}

variable "subnet_ids" {
  description = "IDs of the private subnets it runs in."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16
    error_message = "subnet_ids must have 1 to 16 elements."
  }
}

variable "security_group_ids" {
  description = "IDs of its security groups."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5
    error_message = "security_group_ids must have 1 to 5 elements."
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

variable "description" {
  description = "What the application does; changing it replaces the application, so keep versions out."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = length(var.description) <= 1024
    error_message = "description must have at most 1024 characters."
  }
}

variable "runtime" {
  description = "Flink runtime (Java 11); 1.20 is the newest that the pinned provider knows."
  type        = string
  default     = "FLINK-1_20"
  nullable    = false

  validation {
    condition     = contains(["FLINK-1_19", "FLINK-1_20"], var.runtime)
    error_message = "runtime must be one of FLINK-1_19, FLINK-1_20."
  }
}

variable "parallelism" {
  description = "Parallel subtasks at the start; AWS bills one KPU more than they need."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = floor(var.parallelism) == var.parallelism && var.parallelism >= 1 && var.parallelism <= 512
    error_message = "parallelism must be a whole number, 1 to 512."
  }
}

variable "parallelism_per_kpu" {
  description = "Subtasks that share a KPU (1 vCPU, 4 GiB)."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = floor(var.parallelism_per_kpu) == var.parallelism_per_kpu && var.parallelism_per_kpu >= 1 && var.parallelism_per_kpu <= 8
    error_message = "parallelism_per_kpu must be a whole number, 1 to 8."
  }
}

variable "autoscaling" {
  description = "Whether AWS scales the parallelism by CPU use."
  type        = bool
  default     = false
  nullable    = false
}

variable "checkpoint_interval_ms" {
  description = "Milliseconds between checkpoints; transactional output appears at this rate, and Kafka aborts it after 15 minutes."
  type        = number
  default     = 60000
  nullable    = false

  validation {
    condition     = floor(var.checkpoint_interval_ms) == var.checkpoint_interval_ms && var.checkpoint_interval_ms >= 1000 && var.checkpoint_interval_ms <= 420000
    error_message = "checkpoint_interval_ms must be a whole number, 1000 to 420000."
  }
}

variable "min_pause_ms" {
  description = "Milliseconds without a checkpoint after each."
  type        = number
  default     = 5000
  nullable    = false

  validation {
    condition     = floor(var.min_pause_ms) == var.min_pause_ms && var.min_pause_ms >= 0 && var.min_pause_ms <= 420000
    error_message = "min_pause_ms must be a whole number, 0 to 420000."
  }
}

variable "log_level" {
  description = "Lowest level that is logged; DEBUG slows an application down and is refused."
  type        = string
  default     = "INFO"
  nullable    = false

  validation {
    condition     = contains(["INFO", "WARN", "ERROR"], var.log_level)
    error_message = "log_level must be one of INFO, WARN, ERROR."
  }
}

variable "metrics_level" {
  description = "Detail of the metrics; each level below APPLICATION multiplies their number and cost."
  type        = string
  default     = "APPLICATION"
  nullable    = false

  validation {
    condition     = contains(["APPLICATION", "TASK", "OPERATOR", "PARALLELISM"], var.metrics_level)
    error_message = "metrics_level must be one of APPLICATION, TASK, OPERATOR, PARALLELISM."
  }
}

variable "policy_arns" {
  description = "ARNs of managed policies with what the job may do, such as its topics, by a name of yours."
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

variable "allow_non_restored_state" {
  description = "Whether a start from a snapshot may drop the state of operators that are gone."
  type        = bool
  default     = false
  nullable    = false
}

variable "maintenance_window_start" {
  description = "UTC start of the eight hours in which AWS may patch, and so restart, the application."
  type        = string
  default     = "03:00"
  nullable    = false

  validation {
    condition     = can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]$", var.maintenance_window_start))
    error_message = "maintenance_window_start must be a UTC time such as 03:00."
  }
}

variable "start" {
  description = "Whether the application runs."
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
