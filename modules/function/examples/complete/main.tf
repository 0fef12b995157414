# A function in a VPC without internet: it reads a setting from Parameter Store through an endpoint, is traced, and never runs more than
# ten times at once. quotes.zip holds quotes/app.mjs.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Settings of ${var.name}"
}

# One key a purpose: who reads logs need not be able to read settings.
module "logs_key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Logs of ${var.name}"
  cloudwatch_logs = true
}

module "network" {
  source = "../../../network"

  name                = var.name
  log_kms_key_arn     = module.logs_key.key_arn
  interface_endpoints = ["ssm"]
}

module "group" {
  source = "../../../security-group"

  name        = var.name
  description = "The function ${var.name}"
  vpc_id      = module.network.vpc_id
  egress      = { endpoints = { port = 443, security_group_id = module.network.endpoint_security_group_id } }
}

resource "aws_ssm_parameter" "spread" {
  name  = "/${var.name}/spread"
  type  = "String"
  value = "0.02"
}

data "aws_iam_policy_document" "read_settings" {
  statement {
    actions   = ["ssm:GetParameter"]
    resources = [aws_ssm_parameter.spread.arn]
  }
}

resource "aws_iam_policy" "read_settings" {
  name   = "${var.name}-read-settings"
  policy = data.aws_iam_policy_document.read_settings.json
}

module "function" {
  source = "../.."

  name         = var.name
  description  = "Answers with the quote of a ticker"
  package_file = "${path.module}/quotes.zip"
  handler      = "app.quote"
  runtime      = "nodejs22.x"

  memory_mib           = 512 # CPU grows with it: this is about 0.3 of one.
  timeout_seconds      = 10
  reserved_concurrency = 10 # Taken from the account, which must keep 100 unreserved.
  tracing              = "Active"

  environment = {
    EXCHANGE         = "XNAS"
    LOG_LEVEL        = "INFO"
    SPREAD_PARAMETER = aws_ssm_parameter.spread.name
  }

  environment_kms_key_arn = module.key.key_arn

  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.group.security_group_id]

  policy_arns              = { settings = aws_iam_policy.read_settings.arn }
  permissions_boundary_arn = var.permissions_boundary_arn
  trust_source_account     = true

  log_retention_days = 90
  log_kms_key_arn    = module.logs_key.key_arn

  tags = {
    Team = "market-data"
  }
}
