# A role with which a state machine of Step Functions sends to an encrypted queue and is traced: with AWS's policy for X-Ray, one made
# elsewhere and one of its own, for the state machines of one name only.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  partition     = data.aws_partition.current.partition
  state_machine = "${var.name}-orders"
}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Messages of ${var.name}"
}

resource "aws_sqs_queue" "orders" {
  name              = var.name
  kms_master_key_id = module.key.key_id
}

data "aws_iam_policy" "tracing" {
  name = "AWSXRayDaemonWriteAccess"
}

data "aws_iam_policy_document" "send" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.orders.arn]
  }
}

data "aws_iam_policy_document" "encrypt" {
  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [module.key.key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["sqs.${var.region}.amazonaws.com"]
    }
  }
}

# A policy by itself, for other senders too.
resource "aws_iam_policy" "encrypt" {
  name   = "${var.name}-encrypt"
  policy = data.aws_iam_policy_document.encrypt.json
}

module "service_role" {
  source = "../.."

  name        = var.name
  description = "Sends orders to the warehouse"
  service     = "states.amazonaws.com"

  # Without, Step Functions could act with the role for any state machine of the account.
  source_arns = [
    "arn:${local.partition}:states:${var.region}:${data.aws_caller_identity.current.account_id}:stateMachine:${local.state_machine}",
  ]

  policies = {
    send = data.aws_iam_policy_document.send.json
  }

  policy_arns = {
    encrypt = aws_iam_policy.encrypt.arn
    tracing = data.aws_iam_policy.tracing.arn
  }

  source_account         = true
  account_as_external_id = false # Firehose sends one, Step Functions does not.

  permissions_boundary_arn = var.permissions_boundary_arn

  tags = {
    Team = "fulfilment"
  }
}

resource "aws_sfn_state_machine" "orders" {
  name     = local.state_machine
  role_arn = module.service_role.role_arn

  definition = jsonencode({
    StartAt = "Send"
    States = {
      Send = {
        Type       = "Task"
        Resource   = "arn:${local.partition}:states:::sqs:sendMessage"
        Parameters = { QueueUrl = aws_sqs_queue.orders.url, "MessageBody.$" = "$" }
        End        = true
      }
    }
  })

  tracing_configuration {
    enabled = true
  }
}
