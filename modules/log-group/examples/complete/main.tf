# Three log groups of one application, each kept as long as its events are of use, and who may write to them.

provider "aws" {
  region = var.region
}

locals {
  retention_days = {
    access      = 30
    application = 90
    audit       = 3653 # Ten years, as auditors ask for.
  }
}

module "key" {
  source = "../../../kms-key"

  name            = "${var.name}-logs"
  description     = "Logs of ${var.name}"
  cloudwatch_logs = true
}

module "log_group" {
  source   = "../.."
  for_each = local.retention_days

  name           = "/${var.name}/${each.key}"
  retention_days = each.value
  kms_key_arn    = module.key.key_arn

  tags = {
    Team = "payments"
    Kind = each.key
  }
}

data "aws_iam_policy_document" "write" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = [for group in module.log_group : "${group.arn}:*"] # The group's own ARN covers none of its streams.
  }
}

resource "aws_iam_policy" "write" {
  name   = "${var.name}-write-logs"
  policy = data.aws_iam_policy_document.write.json
}
