# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Prefix of every name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}$", var.name))
    error_message = "name must have 2 to 41 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "log_kms_key_arn" {
  description = "ARN of the KMS key that encrypts the flow logs; its policy must let CloudWatch Logs use it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "cidr" {
  description = "CIDR block of the VPC; each subnet takes a sixteenth."
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9.]+/(16|17|18|19|20|21|22|23|24)$", var.cidr)) && try(cidrsubnet(var.cidr, 0, 0) == var.cidr, false)
    error_message = "cidr must be an IPv4 network from /16 to /24, such as 10.0.0.0/16."
  }
}

variable "az_count" {
  description = "Number of availability zones of the region, with one private subnet each."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = floor(var.az_count) == var.az_count && var.az_count >= 2 && var.az_count <= 3
    error_message = "az_count must be a whole number, 2 to 3."
  }
}

variable "zone_ids" {
  description = "IDs of the availability zones, `az_count` of them, in the subnets' order; by default the region's first ones by ID, without `exclude_zone_ids`. Subnets stay in their zones."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for zone_id in var.zone_ids : can(regex("^[a-z]{2,10}[0-9]{1,2}-az[0-9]{1,2}$", zone_id))])
    error_message = "Each element of zone_ids must be the ID of an availability zone, such as use1-az1: a name such as us-east-1a means another zone in another account."
  }
}

variable "exclude_zone_ids" {
  description = "IDs of availability zones that are used only where `zone_ids` names them; by default those that MSK or other services refuse."
  type        = set(string)
  default     = ["use1-az3", "usw1-az2", "cac1-az3"]
  nullable    = false

  validation {
    condition     = alltrue([for exclude_zone_id in var.exclude_zone_ids : can(regex("^[a-z]{2,10}[0-9]{1,2}-az[0-9]{1,2}$", exclude_zone_id))])
    error_message = "Each element of exclude_zone_ids must be the ID of an availability zone, such as use1-az1: a name such as us-east-1a means another zone in another account."
  }
}

variable "nat" {
  description = "Whether private subnets reach the internet through a NAT gateway."
  type        = bool
  default     = false
  nullable    = false
}

variable "nat_per_zone" {
  description = "Whether each zone has a NAT gateway of its own, so that none depends on another zone."
  type        = bool
  default     = false
  nullable    = false
}

variable "gateway_endpoints" {
  description = "Services reached through gateway endpoints, which cost nothing."
  type        = set(string)
  default     = ["s3"]
  nullable    = false

  validation {
    condition     = alltrue([for gateway_endpoint in var.gateway_endpoints : contains(["s3", "dynamodb"], gateway_endpoint)])
    error_message = "Each element of gateway_endpoints must be one of s3, dynamodb."
  }
}

variable "interface_endpoints" {
  description = "Services reached through interface endpoints, such as `logs` or `sagemaker.featurestore-runtime`."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for interface_endpoint in var.interface_endpoints : can(regex("^[a-z0-9-]+([.][a-z0-9-]+)*$", interface_endpoint))])
    error_message = "Each element of interface_endpoints must be the name of a service, such as logs or sagemaker.featurestore-runtime."
  }
}

variable "flow_log_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_log_retention_days)
    error_message = "flow_log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653."
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
