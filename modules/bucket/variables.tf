# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "bucket_name" {
  description = "Name of the bucket."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket_name))
    error_message = "bucket_name must be a valid S3 bucket name: 3 to 63 of a-z, 0-9, dot and hyphen."
  }
}

variable "kms_key_arn" {
  description = "ARN of the KMS key for objects; required but for an access log target, which takes none."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null ? true : can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "log_bucket_name" {
  description = "Bucket that receives this one's access logs; required but for an access log target."
  type        = string
  default     = null
}

variable "access_log_target" {
  description = "Whether the bucket receives other buckets' access logs: S3 writes those with SSE-S3, not with KMS keys."
  type        = bool
  default     = false
  nullable    = false
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

variable "folder_expire_days" {
  description = "Days after which objects in a folder expire, by prefix, such as `{ \"results/\" = 7 }`."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.folder_expire_days) : can(regex("^[^/].*[/]$", key))])
    error_message = "Each key of folder_expire_days must be a folder, such as logs/: no slash at its start, one at its end."
  }

  validation {
    condition     = alltrue([for folder_expire_day in values(var.folder_expire_days) : floor(folder_expire_day) == folder_expire_day && folder_expire_day >= 1 && folder_expire_day <= 3650])
    error_message = "Each value of folder_expire_days must be a whole number, 1 to 3650."
  }
}

variable "noncurrent_days" {
  description = "Days after which overwritten and deleted versions expire."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = floor(var.noncurrent_days) == var.noncurrent_days && var.noncurrent_days >= 1 && var.noncurrent_days <= 3650
    error_message = "noncurrent_days must be a whole number, 1 to 3650."
  }
}

variable "force_destroy" {
  description = "Whether destroying the bucket deletes its objects."
  type        = bool
  default     = false
  nullable    = false
}

variable "policy_documents" {
  description = "Policy documents (JSON) merged into the bucket policy, which always refuses plain HTTP."
  type        = list(string)
  default     = null

  validation {
    condition     = var.policy_documents == null ? true : alltrue([for policy_document in var.policy_documents : can([jsondecode("[${policy_document}]"), jsondecode("{\"json\":${policy_document}}")])])
    error_message = "Each element of policy_documents must be valid JSON."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
