module "key" {
  source = "../../../kms-key"

  name            = var.name
  description     = "Code and logs of ${var.name}"
  cloudwatch_logs = true
}

# The job reaches CloudWatch and S3 through endpoints.
module "network" {
  source = "../../../network"

  name                = var.name
  log_kms_key_arn     = module.key.key_arn
  interface_endpoints = ["logs", "monitoring"]
}

module "group" {
  source = "../../../security-group"

  name        = var.name
  description = "The Flink job ${var.name}"
  vpc_id      = module.network.vpc_id

  egress = {
    endpoints = { port = 443, security_group_id = module.network.endpoint_security_group_id }
    s3        = { port = 443, prefix_list_id = module.network.s3_prefix_list_id }
  }
}
