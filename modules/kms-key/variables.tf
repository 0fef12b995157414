# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the key's alias, without `alias/`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9/_-]{1,250}$", var.name)) && can(regex("^(.{1,3}|[^a].*|.[^w].*|..[^s].*|...[^/].*)$", var.name))
    error_message = "name must have 1 to 250 letters, digits and characters of /_-, and not begin with aws/, which AWS keeps for itself."
  }
}

variable "description" {
  description = "What the key protects."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.description) <= 8192
    error_message = "description must have at most 8192 characters."
  }
}

variable "cloudwatch_logs" {
  description = "Whether CloudWatch Logs may use the key for log groups of this account and region."
  type        = bool
  default     = false
  nullable    = false
}

variable "service_principals" {
  description = "Services that use the key by themselves, by statement ID; always on behalf of this account only."
  type = map(object({
    # Service principal.
    service = string
    actions = optional(list(string), ["kms:Decrypt", "kms:GenerateDataKey*"])
    # ARN patterns of the resources it acts for; any of this account when empty.
    source_arns = optional(list(string), [])
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.service_principals) : can(regex("^[a-zA-Z0-9]{1,64}$", key))])
    error_message = "Each key of service_principals must have 1 to 64 letters and digits."
  }

  validation {
    condition     = alltrue([for service_principal in values(var.service_principals) : can(regex("^[a-z0-9.-]+\\.amazonaws\\.com$", service_principal.service))])
    error_message = "service_principals[*].service must be a service principal, such as scheduler.amazonaws.com."
  }

  validation {
    condition     = alltrue([for service_principal in values(var.service_principals) : alltrue([for action in service_principal.actions : can(regex("^kms:[A-Z][A-Za-z]+\\*?$", action))])])
    error_message = "Each element of service_principals[*].actions must be an action of KMS, such as kms:Decrypt or kms:GenerateDataKey*."
  }

  validation {
    condition     = alltrue([for service_principal in values(var.service_principals) : alltrue([for source_arn in service_principal.source_arns : can(regex("^arn(:[^: ]*){4}:[!-~]+$", source_arn))])])
    error_message = "Each element of service_principals[*].source_arns must be an ARN, or a pattern of its six parts such as arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*."
  }
}

variable "deletion_window_days" {
  description = "Days between the deletion of the key and its end, in which it can be rescued."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = floor(var.deletion_window_days) == var.deletion_window_days && var.deletion_window_days >= 7 && var.deletion_window_days <= 30
    error_message = "deletion_window_days must be a whole number, 7 to 30."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
