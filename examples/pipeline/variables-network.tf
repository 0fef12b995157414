variable "existing_network" {
  description = "VPC to use instead of a new one; with `nat` false also the security group of its interface endpoints and the prefix list of its S3 endpoint."
  type = object({
    vpc_id                     = string
    vpc_cidr                   = string
    private_subnet_ids         = list(string)
    endpoint_security_group_id = optional(string)
    s3_prefix_list_id          = optional(string)
  })
  default = null

  validation {
    condition     = var.existing_network == null ? true : length(var.existing_network.private_subnet_ids) >= 2
    error_message = "existing_network.private_subnet_ids must be two or more subnets, in different availability zones: MSK asks for that."
  }

  validation {
    condition = var.existing_network == null || var.nat ? true : (
      var.existing_network.endpoint_security_group_id != null && var.existing_network.s3_prefix_list_id != null
    )
    error_message = "existing_network must have endpoint_security_group_id and s3_prefix_list_id, unless nat is true."
  }
}

variable "nat" {
  description = "Whether private subnets reach AWS through NAT gateways; through VPC endpoints otherwise."
  type        = bool
  default     = false
  nullable    = false
}

variable "cidr" {
  description = "Addresses of the new VPC; a sixteenth of them a subnet."
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrsubnet(var.cidr, 4, 15)) && can(regex("/(1[6-9]|2[0-4])$", var.cidr))
    error_message = "cidr must be an IPv4 block from /16 to /24, such as 10.0.0.0/16."
  }
}

variable "az_count" {
  description = "Availability zones of the new VPC."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = contains([2, 3], var.az_count)
    error_message = "az_count must be 2 or 3."
  }
}

variable "zone_ids" {
  description = "IDs of the availability zones of the new VPC, az_count of them, such as use1-az1; by default the region's first ones that MSK takes."
  type        = list(string)
  default     = []
  nullable    = false
}
