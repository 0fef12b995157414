# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  endpoints_iam_prefixes = {
    kinesis-firehose = "firehose"
    kinesis-streams  = "kinesis"
    monitoring       = "cloudwatch"
    sync-states      = "states"
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

resource "aws_vpc" "vpc" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags                 = merge(var.tags, { Name = var.name })
}

# Without rules: whatever forgets to name a security group reaches nothing.
resource "aws_default_security_group" "default" {
  vpc_id = aws_vpc.vpc.id
  tags   = merge(var.tags, { Name = "${var.name}-default-closed" })
}

data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

# AWS may add a zone to the region: a subnet stays in the zone that it was made in.
resource "aws_subnet" "private" {
  count = var.az_count

  vpc_id            = aws_vpc.vpc.id
  availability_zone = element(data.aws_availability_zones.available.names, count.index)
  cidr_block        = cidrsubnet(var.cidr, 4, count.index)
  tags              = merge(var.tags, { Name = "${var.name}-private-${count.index}" })

  lifecycle {
    ignore_changes = [availability_zone]

    precondition {
      condition     = var.az_count <= length(data.aws_availability_zones.available.names)
      error_message = "az_count must be at most the number of availability zones that the region offers without opting in."
    }
  }
}

resource "aws_route_table" "private_table" {
  count = var.az_count

  vpc_id = aws_vpc.vpc.id
  tags   = merge(var.tags, { Name = "${var.name}-private-${count.index}" })
}

resource "aws_route_table_association" "private_route" {
  count = var.az_count

  route_table_id = aws_route_table.private_table[count.index].id
  subnet_id      = aws_subnet.private[count.index].id
}

resource "aws_subnet" "nat_public" {
  count = var.nat ? (var.nat_per_zone ? var.az_count : 1) : 0

  vpc_id            = aws_vpc.vpc.id
  availability_zone = element(data.aws_availability_zones.available.names, count.index)
  cidr_block        = cidrsubnet(var.cidr, 4, 8 + count.index)
  tags              = merge(var.tags, { Name = "${var.name}-public-${count.index}" })

  lifecycle {
    ignore_changes = [availability_zone]
  }
}

resource "aws_internet_gateway" "nat_internet" {
  count = var.nat ? 1 : 0

  vpc_id = aws_vpc.vpc.id
  tags   = merge(var.tags, { Name = "${var.name}-internet" })
}

resource "aws_route_table" "nat_public_table" {
  count = var.nat ? 1 : 0

  vpc_id = aws_vpc.vpc.id
  tags   = merge(var.tags, { Name = "${var.name}-public" })
}

resource "aws_route" "nat_internet_route" {
  count = var.nat ? 1 : 0

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = one(aws_internet_gateway.nat_internet[*].id)
  route_table_id         = one(aws_route_table.nat_public_table[*].id)
}

resource "aws_route_table_association" "nat_public_route" {
  count = var.nat ? (var.nat_per_zone ? var.az_count : 1) : 0

  route_table_id = one(aws_route_table.nat_public_table[*].id)
  subnet_id      = aws_subnet.nat_public[count.index].id
}

resource "aws_eip" "nat_address" {
  count = var.nat ? (var.nat_per_zone ? var.az_count : 1) : 0

  domain = "vpc"
  tags   = merge(var.tags, { Name = "${var.name}-nat-${count.index}" })
}

resource "aws_nat_gateway" "nat_gateway" {
  count = var.nat ? (var.nat_per_zone ? var.az_count : 1) : 0

  allocation_id = aws_eip.nat_address[count.index].id
  subnet_id     = aws_subnet.nat_public[count.index].id
  tags          = merge(var.tags, { Name = "${var.name}-nat-${count.index}" })

  depends_on = [aws_internet_gateway.nat_internet]
}

resource "aws_route" "nat_private_default" {
  count = var.nat ? var.az_count : 0

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = element(aws_nat_gateway.nat_gateway[*].id, count.index)
  route_table_id         = aws_route_table.private_table[count.index].id
}

# An endpoint's policy bounds what may pass to its whole service: calls of this account's principals; IAM and the
# resources' own policies choose within that. Lambda's pollers call in Lambda's name, and Amazon Linux loads packages
# without any.
data "aws_iam_policy_document" "endpoints_policy" {
  for_each = setunion(var.gateway_endpoints, var.interface_endpoints)

  statement {
    sid       = "PrincipalsOfThisAccount"
    actions   = ["${lookup(local.endpoints_iam_prefixes, each.key, element(split(".", each.key), 0))}:*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  dynamic "statement" {
    for_each = contains(["lambda", "sts"], each.key) ? [1] : []

    content {
      sid       = "EventSourcePollers"
      actions   = ["${lookup(local.endpoints_iam_prefixes, each.key, element(split(".", each.key), 0))}:*"]
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = ["lambda.amazonaws.com"]
      }
    }
  }

  dynamic "statement" {
    for_each = each.key == "s3" ? [1] : []

    content {
      sid     = "AmazonLinuxPackages"
      actions = ["s3:GetObject"]
      resources = [
        "arn:${data.aws_partition.current.partition}:s3:::al2023-repos-${data.aws_region.current.name}-de612dc2/*",
      ]

      principals {
        type        = "*"
        identifiers = ["*"]
      }
    }
  }
}

resource "aws_vpc_endpoint" "endpoints_gateway" {
  for_each = var.gateway_endpoints

  vpc_id            = aws_vpc.vpc.id
  policy            = data.aws_iam_policy_document.endpoints_policy[each.key].json
  route_table_ids   = aws_route_table.private_table[*].id
  service_name      = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  vpc_endpoint_type = "Gateway"
  tags              = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_security_group" "endpoints_group" {
  name        = "${var.name}-endpoints"
  description = "Interface endpoints"
  vpc_id      = aws_vpc.vpc.id
  tags        = merge(var.tags, { Name = "${var.name}-endpoints" })
}

# Clients are not known here; each must name this group in its own egress rules, and the policies decide.
resource "aws_vpc_security_group_ingress_rule" "endpoints_https" {
  description       = "HTTPS from the VPC"
  security_group_id = aws_security_group.endpoints_group.id
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = var.cidr
  ip_protocol       = "tcp"
  tags              = var.tags
}

resource "aws_vpc_endpoint" "endpoints_interface" {
  for_each = var.interface_endpoints

  vpc_id              = aws_vpc.vpc.id
  policy              = data.aws_iam_policy_document.endpoints_policy[each.key].json
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.endpoints_group.id]
  service_name        = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  subnet_ids          = aws_subnet.private[*].id
  vpc_endpoint_type   = "Interface"
  tags                = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_cloudwatch_log_group" "flow_logs_group" {
  name              = "/aws/vpc/${var.name}/flow-logs"
  kms_key_id        = var.log_kms_key_arn
  retention_in_days = var.flow_log_retention_days
  tags              = var.tags
}

# Flow logs make a stream for each network interface in their log group, and write to it. DescribeLogGroups has no
# resource to name, so its resource is "*".
data "aws_iam_policy_document" "flow_logs_deliver" {
  statement {
    sid     = "Deliver"
    actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = [
      aws_cloudwatch_log_group.flow_logs_group.arn,
      "${aws_cloudwatch_log_group.flow_logs_group.arn}:*",
    ]
  }

  statement {
    sid       = "FindGroup"
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
  }
}

# Only the service assumes the role, under conditions that keep others from making it act with these permissions.
data "aws_iam_policy_document" "flow_logs_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values = [
        "arn:${data.aws_partition.current.partition}:ec2:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:vpc-flow-log/*",
      ]
    }
  }
}

resource "aws_iam_role" "flow_logs_role" {
  name                 = "${var.name}-flow-logs"
  description          = "Delivers the flow logs of ${var.name}"
  assume_role_policy   = data.aws_iam_policy_document.flow_logs_role_trust.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_policy" "flow_logs_role_deliver" {
  name   = "${var.name}-flow-logs-deliver"
  policy = data.aws_iam_policy_document.flow_logs_deliver.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "flow_logs_role_deliver_attached" {
  policy_arn = aws_iam_policy.flow_logs_role_deliver.arn
  role       = aws_iam_role.flow_logs_role.name
}

resource "aws_flow_log" "flow_logs" {
  vpc_id                   = aws_vpc.vpc.id
  iam_role_arn             = aws_iam_role.flow_logs_role.arn
  log_destination          = aws_cloudwatch_log_group.flow_logs_group.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  tags                     = var.tags
}
