# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
}

# The host takes the role when it starts. EC2 sends neither a source account nor a source ARN then, so none is asked
# for.
data "aws_iam_policy_document" "role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "role" {
  name                 = var.name
  description          = "Operators' host ${var.name}"
  assume_role_policy   = data.aws_iam_policy_document.role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

# The agent on the host reports it to Systems Manager, and carries sessions over channels that it opens. Nobody can
# name a channel beforehand, and its actions know no resource, so theirs is "*".
data "aws_iam_policy_document" "role_session_document" {
  statement {
    sid     = "ReportToSystemsManager"
    actions = ["ssm:UpdateInstanceInformation"]
    resources = [
      "arn:${data.aws_partition.current.partition}:ec2:${local.current_region}:${data.aws_caller_identity.current.account_id}:instance/*",
    ]
  }

  statement {
    sid = "Sessions"
    actions = [
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "role_session_policy" {
  name   = "${var.name}-session"
  policy = data.aws_iam_policy_document.role_session_document.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "role_session" {
  policy_arn = aws_iam_policy.role_session_policy.arn
  role       = aws_iam_role.role.name
}

resource "aws_iam_role_policy_attachment" "role_given" {
  for_each = var.policy_arns

  policy_arn = each.value
  role       = aws_iam_role.role.name
}

resource "aws_iam_instance_profile" "role_profile" {
  name = var.name
  role = aws_iam_role.role.name
  tags = var.tags
}

# A newer image must not replace the host under a running session: apply with -replace to get one.
resource "aws_instance" "this" {
  ami                         = data.aws_ssm_parameter.image.value
  associate_public_ip_address = false
  disable_api_termination     = true
  ebs_optimized               = true
  iam_instance_profile        = aws_iam_instance_profile.role_profile.name
  instance_type               = var.instance_type
  monitoring                  = true
  subnet_id                   = var.subnet_id
  vpc_security_group_ids      = var.security_group_ids
  tags                        = merge(var.tags, { Name = var.name })

  metadata_options {
    http_endpoint               = "enabled"
    http_put_response_hop_limit = 1
    http_tokens                 = "required"
  }

  root_block_device {
    encrypted   = true
    kms_key_id  = var.kms_key_arn
    volume_size = var.volume_gib
    volume_type = "gp3"
    tags        = merge(var.tags, { Name = var.name })
  }

  lifecycle {
    ignore_changes = [ami]
  }
}
