# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the security group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9._-]{1,255}$", var.name)) && can(regex("^(.{1,2}|[^s].*|.[^g].*|..[^-].*)$", var.name))
    error_message = "name must have 1 to 255 letters, digits and characters of ._-, and not begin with sg-, as identifiers do."
  }
}

variable "description" {
  description = "What the group is for; changing it replaces the group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9 ._:/()#,@[\\]+=&;{}!$*-]{1,255}$", var.description))
    error_message = "description must have 1 to 255 letters, digits, spaces and characters of ._:/()#,@[]+=&;{}!$*-."
  }
}

variable "vpc_id" {
  description = "ID of the VPC."
  type        = string
  nullable    = false
}

variable "ingress" {
  description = "TCP let in, by rule name. A source is always a security group, never an address range."
  type = map(object({
    # Port, or the first port of a range.
    port = number
    # Last port of the range; `port` by default.
    to_port                  = optional(number)
    source_security_group_id = string
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.ingress) : can(regex("^[a-z0-9-]{1,60}$", key))])
    error_message = "Each key of ingress must have 1 to 60 lower-case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue([for item in values(var.ingress) : floor(item.port) == item.port && item.port >= 0 && item.port <= 65535])
    error_message = "ingress[*].port must be a whole number, 0 to 65535."
  }

  validation {
    condition     = alltrue([for item in values(var.ingress) : item.to_port == null ? true : floor(item.to_port) == item.to_port && item.to_port >= 0 && item.to_port <= 65535])
    error_message = "ingress[*].to_port must be a whole number, 0 to 65535."
  }
}

variable "egress" {
  description = "TCP let out, by rule name, to exactly one of: a security group, a CIDR block, a prefix list."
  type = map(object({
    # Port, or the first port of a range.
    port = number
    # Last port of the range; `port` by default.
    to_port           = optional(number)
    security_group_id = optional(string)
    cidr              = optional(string)
    prefix_list_id    = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.egress) : can(regex("^[a-z0-9-]{1,60}$", key))])
    error_message = "Each key of egress must have 1 to 60 lower-case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue([for item in values(var.egress) : floor(item.port) == item.port && item.port >= 0 && item.port <= 65535])
    error_message = "egress[*].port must be a whole number, 0 to 65535."
  }

  validation {
    condition     = alltrue([for item in values(var.egress) : item.to_port == null ? true : floor(item.to_port) == item.to_port && item.to_port >= 0 && item.to_port <= 65535])
    error_message = "egress[*].to_port must be a whole number, 0 to 65535."
  }

  validation {
    condition     = alltrue([for item in values(var.egress) : item.cidr == null ? true : can(regex("^[0-9.]+/(0|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30|31|32)$", item.cidr)) && try(cidrsubnet(item.cidr, 0, 0) == item.cidr, false)])
    error_message = "egress[*].cidr must be an IPv4 network, such as 10.0.0.0/16."
  }
}

variable "self_ports" {
  description = "TCP ports open in both directions between members of the group, such as 9098 for Kafka pollers."
  type        = set(number)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for self_port in var.self_ports : floor(self_port) == self_port && self_port >= 0 && self_port <= 65535])
    error_message = "Each element of self_ports must be a whole number, 0 to 65535."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
