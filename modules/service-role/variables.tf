# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the role, and prefix of its policies' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.name))
    error_message = "name must have 1 to 64 letters, digits and characters of +=,.@_-."
  }
}

variable "description" {
  description = "What the role is for."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[\\t\\n\\r -~¡-ÿ]*$", var.description))
    error_message = "description must be made of Latin-1 characters, as IAM wants it."
  }

  validation {
    condition     = length(var.description) <= 1000
    error_message = "description must have at most 1000 characters."
  }
}

variable "service" {
  description = "Service principal that may assume the role, such as `scheduler.amazonaws.com`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9.-]+\\.amazonaws\\.com$", var.service))
    error_message = "service must be a service principal, such as scheduler.amazonaws.com."
  }
}

variable "source_arns" {
  description = "ARN patterns of the resources the service may act for; any resource of this account when empty."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for source_arn in var.source_arns : can(regex("^arn(:[^: ]*){4}:[!-~]+$", source_arn))])
    error_message = "Each element of source_arns must be an ARN, or a pattern of its six parts such as arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*."
  }
}

variable "source_account" {
  description = "Whether the service must name this account as its source (`aws:SourceAccount`); not every service does."
  type        = bool
  default     = true
  nullable    = false
}

variable "account_as_external_id" {
  description = "Whether the service must send this account's number as its external ID (`sts:ExternalId`), as Firehose does."
  type        = bool
  default     = false
  nullable    = false
}

variable "policy_arns" {
  description = "ARNs of managed policies to attach, by a name of yours."
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

variable "policies" {
  description = "Policy documents (JSON) to create and attach, by name."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.policies) : can(regex("^[a-z0-9-]{1,40}$", key))])
    error_message = "Each key of policies must have 1 to 40 lower-case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue([for policy in values(var.policies) : can([jsondecode("[${policy}]"), jsondecode("{\"json\":${policy}}")])])
    error_message = "Each value of policies must be valid JSON."
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
