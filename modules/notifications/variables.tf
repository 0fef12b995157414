# Generated from index.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the topic."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,256}$", var.name))
    error_message = "name must be 1 to 256 of a-z, A-Z, 0-9, underscore and hyphen."
  }
}

variable "kms_key_arn" {
  description = "ARN of the KMS key that encrypts messages; its policy must let cloudwatch.amazonaws.com use it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "subscriptions" {
  description = "Email addresses to notify; each must confirm its subscription first."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for subscription in var.subscriptions : can(regex("^[!-?A-~]+@[!-?A-~]+[.][!-?A-~]+$", subscription))])
    error_message = "Each element of subscriptions must be an e-mail address."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
