# A VPC over three zones for production: a NAT gateway in each, so that none depends on another, and AWS within the VPC.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Flow logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../.."

  name     = var.name
  cidr     = "10.40.0.0/16" # Each subnet takes a sixteenth: 4096 addresses.
  az_count = 3

  exclude_zone_ids = ["use1-az3", "usw1-az2", "cac1-az3"] # MSK, or what runs next to it, cannot be there.

  # The internet, for what AWS has no endpoint for. Each gateway is billed by the hour and the gigabyte.
  nat          = true
  nat_per_zone = true

  # Gateway endpoints cost nothing; interface endpoints are billed by the hour and zone, and cost less a gigabyte than NAT.
  gateway_endpoints   = ["s3", "dynamodb"]
  interface_endpoints = ["kms", "logs", "monitoring", "secretsmanager", "sts"]

  log_kms_key_arn         = module.key.key_arn
  flow_log_retention_days = 90

  permissions_boundary_arn = var.permissions_boundary_arn

  tags = {
    Environment = "production"
  }
}

# What runs in the subnets reaches the interface endpoints, and everything else by HTTPS.
module "https" {
  source = "../../../security-group"

  name        = "${var.name}-https"
  description = "HTTPS to endpoints and the internet"
  vpc_id      = module.network.vpc_id

  egress = {
    endpoints = { port = 443, security_group_id = module.network.endpoint_security_group_id }
    internet  = { port = 443, cidr = "0.0.0.0/0" }
  }
}
