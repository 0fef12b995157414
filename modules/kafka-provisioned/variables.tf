# Generated from inputs.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the cluster and of its configuration."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9-]{1,64}$", var.name))
    error_message = "name must have 1 to 64 letters, digits and hyphens."
  }
}

variable "subnet_ids" {
  description = "IDs of private subnets, one in each of two or three availability zones."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2 && length(var.subnet_ids) <= 3
    error_message = "subnet_ids must have 2 to 3 elements."
  }
}

variable "security_group_ids" {
  description = "IDs of the security groups of the brokers; clients come in on port 9098."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) >= 1
    error_message = "security_group_ids must have at least 1 element."
  }
}

variable "kms_key_arn" {
  description = "ARN of the KMS key that encrypts the brokers' storage."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555."
  }
}

variable "log_group_name" {
  description = "Name of the log group that receives the brokers' logs."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_./#-]{1,512}$", var.log_group_name))
    error_message = "log_group_name must be 1 to 512 of a-z, A-Z, 0-9 and _./#-."
  }
}

variable "kafka_version" {
  description = "Apache Kafka version; with `.kraft`, without ZooKeeper. MSK upgrades in place, and from ZooKeeper never back."
  type        = string
  default     = "3.9.x.kraft"
  nullable    = false

  validation {
    condition     = can(regex("^(3\\.8\\.x|3\\.8\\.x\\.kraft|3\\.9\\.x|3\\.9\\.x\\.kraft|4\\.0\\.x\\.kraft|4\\.1\\.x\\.kraft)$", var.kafka_version))
    error_message = "kafka_version must be a version of Kafka that MSK offers: 3.8.x, 3.8.x.kraft, 3.9.x, 3.9.x.kraft, 4.0.x.kraft, 4.1.x.kraft."
  }
}

variable "broker_count" {
  description = "Number of brokers, a multiple of the number of subnets; at most 30 with ZooKeeper."
  type        = number
  default     = 3
  nullable    = false

  validation {
    condition     = floor(var.broker_count) == var.broker_count && var.broker_count >= 2 && var.broker_count <= 60
    error_message = "broker_count must be a whole number, 2 to 60."
  }
}

variable "instance_type" {
  description = "Instance type of the brokers, of the kafka.m5 or kafka.m7g family."
  type        = string
  default     = "kafka.m7g.large"
  nullable    = false

  validation {
    condition     = can(regex("^(kafka\\.m5\\.large|kafka\\.m5\\.xlarge|kafka\\.m5\\.2xlarge|kafka\\.m5\\.4xlarge|kafka\\.m5\\.8xlarge|kafka\\.m5\\.12xlarge|kafka\\.m5\\.16xlarge|kafka\\.m5\\.24xlarge|kafka\\.m7g\\.large|kafka\\.m7g\\.xlarge|kafka\\.m7g\\.2xlarge|kafka\\.m7g\\.4xlarge|kafka\\.m7g\\.8xlarge|kafka\\.m7g\\.12xlarge|kafka\\.m7g\\.16xlarge)$", var.instance_type))
    error_message = "instance_type must be of the kafka.m5 or kafka.m7g family, such as kafka.m7g.large, in a size that MSK offers: Firehose reads the cluster through MSK's multi-VPC private connectivity, which kafka.t3.small does not support; express brokers have storage and settings of another kind."
  }
}

variable "volume_gib" {
  description = "Storage of each broker, in GiB; it can grow, never shrink."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = floor(var.volume_gib) == var.volume_gib && var.volume_gib >= 1 && var.volume_gib <= 16384
    error_message = "volume_gib must be a whole number, 1 to 16384."
  }
}

variable "private_connectivity" {
  description = "Whether clients in other VPCs, such as Firehose, can connect privately with IAM."
  type        = bool
  default     = true
  nullable    = false
}

variable "configuration" {
  description = "Broker settings over the module's own, such as `log.retention.hours`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.configuration) : can(regex("^[a-z0-9.]+$", key))])
    error_message = "Each key of configuration must be the name of a broker setting, such as log.retention.hours."
  }
}

variable "tags" {
  description = "Tags for every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
