# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

resource "aws_cloudwatch_log_group" "logs" {
  name              = "/aws/lambda/${var.name}"
  kms_key_id        = var.log_kms_key_arn
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

# Lambda writes the function's logs and traces, decrypts its environment and, where it has subnets, makes its network
# interfaces. X-Ray's actions have no resource to name. Nor have network interfaces that are still to be made: Lambda
# needs these actions on all, and the function's own code is denied them.
data "aws_iam_policy_document" "execution" {
  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.logs.arn}:*"]
  }

  statement {
    sid       = "DecryptEnvironment"
    actions   = ["kms:Decrypt"]
    resources = [var.environment_kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["lambda.${local.current_region}.amazonaws.com"]
    }
  }

  statement {
    sid       = "Trace"
    actions   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
    resources = ["*"]
  }

  dynamic "statement" {
    for_each = length(var.subnet_ids) > 0 ? [1] : []

    content {
      sid = "ManageNetworkInterfaces"
      actions = [
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
      ]
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = length(var.subnet_ids) > 0 ? [1] : []

    content {
      sid    = "NoNetworkInterfacesFromCode"
      effect = "Deny"
      actions = [
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
      ]
      resources = ["*"]

      condition {
        test     = "ArnEquals"
        variable = "lambda:SourceFunctionArn"
        values = [
          "arn:${data.aws_partition.current.partition}:lambda:${local.current_region}:${data.aws_caller_identity.current.account_id}:function:${var.name}",
        ]
      }
    }
  }
}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }

    dynamic "condition" {
      for_each = var.trust_source_account ? [1] : []

      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }
  }
}

resource "aws_iam_role" "role" {
  name                 = var.name
  description          = "Execution role of the function ${var.name}."
  assume_role_policy   = data.aws_iam_policy_document.role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_role_policy_attachment" "role_given" {
  for_each = var.policy_arns

  policy_arn = each.value
  role       = aws_iam_role.role.name
}

resource "aws_iam_policy" "role_execution" {
  name   = "${var.name}-execution"
  policy = data.aws_iam_policy_document.execution.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "role_execution_attached" {
  policy_arn = aws_iam_policy.role_execution.arn
  role       = aws_iam_role.role.name
}

resource "aws_lambda_function" "this" {
  function_name                  = var.name
  description                    = var.description
  architectures                  = ["arm64"]
  filename                       = var.package_file
  handler                        = var.handler
  kms_key_arn                    = var.environment_kms_key_arn
  memory_size                    = var.memory_mib
  reserved_concurrent_executions = var.reserved_concurrency
  role                           = aws_iam_role.role.arn
  runtime                        = var.runtime
  source_code_hash               = filebase64sha256(var.package_file)
  timeout                        = var.timeout_seconds
  tags                           = var.tags

  environment {
    variables = var.environment
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.logs.name
  }

  tracing_config {
    mode = var.tracing
  }

  vpc_config {
    security_group_ids = var.security_group_ids
    subnet_ids         = var.subnet_ids
  }

  lifecycle {
    precondition {
      condition     = (length(var.subnet_ids) > 0) == (length(var.security_group_ids) > 0)
      error_message = "subnet_ids and security_group_ids must be given together, or neither."
    }
  }

  depends_on = [aws_iam_role_policy_attachment.role_given, aws_iam_role_policy_attachment.role_execution_attached]
}
