# Generated from index.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9-]{1,64}$", var.name))
    error_message = "name must be 1 to 64 of a-z, A-Z, 0-9 and hyphen."
  }
}

variable "subnet_ids" {
  description = "IDs of private subnets in at least two availability zones, for the cluster's network interfaces."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must have at least 2 elements."
  }
}

variable "security_group_ids" {
  description = "IDs of the security groups of the cluster's network interfaces; clients come in on port 9098."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5
    error_message = "security_group_ids must have 1 to 5 elements."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
