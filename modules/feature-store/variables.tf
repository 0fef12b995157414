# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the feature group, and prefix of its role and policies."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,54}[a-zA-Z0-9])?$", var.name))
    error_message = "name must be 1 to 56 of a-z, A-Z, 0-9 and hyphen, the first and the last a letter or digit."
  }
}

variable "record_identifier" {
  description = "Feature that identifies a record."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9_-]{0,62}[a-zA-Z0-9])?$", var.record_identifier))
    error_message = "record_identifier must be a feature name: 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen, the first and the last a letter or digit."
  }
}

variable "event_time" {
  description = "Feature with the event's time: Fractional unix seconds, or String in ISO 8601."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9_-]{0,62}[a-zA-Z0-9])?$", var.event_time))
    error_message = "event_time must be a feature name: 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen, the first and the last a letter or digit."
  }
}

variable "features" {
  description = "Features, in order. A changed list replaces the group and loses its data: protect it, add a new group."
  type = list(object({
    name = string
    type = string
  }))
  nullable = false

  validation {
    condition     = length(var.features) >= 2 && length(var.features) <= 2500
    error_message = "features must have 2 to 2500 elements."
  }

  validation {
    condition     = alltrue([for feature in var.features : can(regex("^[a-zA-Z0-9]([a-zA-Z0-9_-]{0,62}[a-zA-Z0-9])?$", feature.name))])
    error_message = "features[*].name must be a feature name: 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen, the first and the last a letter or digit."
  }

  validation {
    condition     = alltrue([for feature in var.features : contains(["String", "Fractional", "Integral"], feature.type)])
    error_message = "features[*].type must be one of String, Fractional, Integral."
  }
}

variable "bucket_name" {
  description = "Bucket of the offline store."
  type        = string
  nullable    = false
}

variable "kms_key_arn" {
  description = "ARN of the KMS key that encrypts the online and the offline store."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "description" {
  description = "What the features are."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = length(var.description) <= 128
    error_message = "description must have at most 128 characters."
  }
}

variable "prefix" {
  description = "Folder of the offline store in the bucket."
  type        = string
  default     = "features/"
  nullable    = false

  validation {
    condition     = can(regex("^([a-zA-Z0-9_.=-]+/)+$", var.prefix))
    error_message = "prefix must be a folder such as features/, ending in a slash."
  }

  validation {
    condition     = length(var.prefix) <= 900
    error_message = "prefix must have at most 900 characters."
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
