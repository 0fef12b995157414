# Generated from index.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the instance, its role and its policies."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9-]{1,50}$", var.name))
    error_message = "name must have 1 to 50 letters, digits and hyphens."
  }
}

variable "subnet_id" {
  description = "ID of a private subnet from which Systems Manager can be reached."
  type        = string
  nullable    = false
}

variable "security_group_ids" {
  description = "IDs of the security groups; none needs a rule for what comes in."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5
    error_message = "security_group_ids must have 1 to 5 elements."
  }
}

variable "kms_key_arn" {
  description = "ARN of the KMS key that encrypts the root volume."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "instance_type" {
  description = "Instance type, Arm."
  type        = string
  default     = "t4g.small"
  nullable    = false

  validation {
    condition     = can(regex("^(t4g|m7g|m8g)\\.[0-9]*(nano|micro|small|medium|x?large)$", var.instance_type))
    error_message = "instance_type must be an Arm instance type of the t4g, m7g or m8g family, such as t4g.small."
  }
}

variable "volume_gib" {
  description = "Size of the root volume, in GiB."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = floor(var.volume_gib) == var.volume_gib && var.volume_gib >= 8 && var.volume_gib <= 1024
    error_message = "volume_gib must be a whole number, 8 to 1024."
  }
}

variable "policy_arns" {
  description = "ARNs of policies that operators work with on the host, such as access to Kafka topics, by name."
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
