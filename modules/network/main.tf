# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  zone_names = zipmap(data.aws_availability_zones.available.zone_ids, data.aws_availability_zones.available.names)
  zone_ids   = length(var.zone_ids) > 0 ? var.zone_ids : sort(setsubtract(data.aws_availability_zones.available.zone_ids, var.exclude_zone_ids))
  endpoints_iam_prefixes = {
    kinesis-firehose = "firehose"
    kinesis-streams  = "kinesis"
    monitoring       = "cloudwatch"
    sync-states      = "states"
  }
  endpoints_in_partitions_domain = {
    cn-north-1      = "application-autoscaling appmesh-envoy-management athena autoscaling awsconnector backup batch cassandra cloudcontrolapi cloudformation codedeploy-commands-secure databrew dms ebs ec2 ecr.api ecr.dkr eks elasticache elasticbeanstalk elasticfilesystem elasticfilesystem-fips emr-containers execute-api fsx imagebuilder iot.data kinesis-streams lambda license-manager monitoring rds redshift redshift-data s3 sagemaker.api sagemaker.featurestore-runtime sagemaker.runtime securityhub servicecatalog sms sqs states sts sync-states synthetics transcribe.cn transcribestreaming transfer xray iotsitewise.api iotsitewise.data"
    cn-northwest-1  = "application-autoscaling appmesh-envoy-management athena autoscaling awsconnector backup batch cassandra cloudcontrolapi cloudformation codedeploy-commands-secure databrew dms ebs ec2 ecr.api ecr.dkr eks elasticache elasticbeanstalk elasticfilesystem elasticfilesystem-fips emr-containers execute-api fsx imagebuilder iot.data kinesis-streams lambda license-manager monitoring rds redshift redshift-data s3 sagemaker.api sagemaker.featurestore-runtime sagemaker.runtime securityhub servicecatalog sms sqs states sts sync-states synthetics transcribe.cn transcribestreaming transfer xray account polly workspaces"
    eusc-de-east-1  = "ecr.api ecr.dkr execute-api securityhub"
    us-iso-east-1   = "application-autoscaling athena autoscaling comprehend diode-messaging diode-messaging-proxy ebs ec2 ecr.api ecr.dkr elasticfilesystem elasticfilesystem-fips execute-api sagemaker.api sagemaker.runtime sns sqs textract textract-fips transcribe workspaces"
    us-iso-west-1   = "autoscaling ebs ec2 ecr.api ecr.dkr elasticfilesystem elasticfilesystem-fips execute-api monitoring sns sqs workspaces"
    us-isob-east-1  = "application-autoscaling autoscaling diode-messaging diode-messaging-proxy ebs ec2 ecr.api ecr.dkr elasticfilesystem elasticfilesystem-fips execute-api sagemaker.api sagemaker.runtime sns sqs workspaces"
    us-isob-west-1  = "ecr.api ecr.dkr elasticfilesystem-fips execute-api"
    us-isof-south-1 = "ebs ecr.api ecr.dkr execute-api"
    us-isof-east-1  = "ebs ecr.api ecr.dkr execute-api"
    eu-isoe-west-1  = "ebs ecr.api ecr.dkr execute-api"
  }
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
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
  availability_zone = lookup(local.zone_names, element(local.zone_ids, count.index), null)
  cidr_block        = cidrsubnet(var.cidr, 4, count.index)
  tags              = merge(var.tags, { Name = "${var.name}-private-${count.index}" })

  lifecycle {
    ignore_changes = [availability_zone]

    postcondition {
      condition     = length(var.zone_ids) > 0 ? contains(matchkeys(data.aws_availability_zones.available.names, data.aws_availability_zones.available.zone_ids, var.zone_ids), self.availability_zone) : true
      error_message = "A subnet stays in its zone, which zone_ids does not name: name it, or make another network."
    }

    precondition {
      condition     = length(distinct(var.zone_ids)) == length(var.zone_ids)
      error_message = "zone_ids must name each zone once."
    }

    precondition {
      condition     = !(length(var.zone_ids) > 0) || (var.az_count <= length(var.zone_ids))
      error_message = "zone_ids must name az_count zones, or none."
    }

    precondition {
      condition     = !(length(var.zone_ids) > 0) || (length(setsubtract(var.zone_ids, data.aws_availability_zones.available.zone_ids)) == 0)
      error_message = "zone_ids must name zones of the region that need no opting in: aws ec2 describe-availability-zones lists them."
    }

    precondition {
      condition     = (length(var.zone_ids) > 0) || (var.az_count <= length(sort(setsubtract(data.aws_availability_zones.available.zone_ids, var.exclude_zone_ids))))
      error_message = "az_count must be at most the number of availability zones that the region offers without opting in, less exclude_zone_ids."
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
  availability_zone = lookup(local.zone_names, element(local.zone_ids, count.index), null)
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
        "arn:${data.aws_partition.current.partition}:s3:::al2023-repos-${local.current_region}-de612dc2/*",
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
  service_name      = "com.amazonaws.${local.current_region}.${each.key}"
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

data "aws_vpc_endpoint_service" "endpoints_service" {
  for_each = var.interface_endpoints

  service_name = "${element(["com.amazonaws", data.aws_partition.current.reverse_dns_prefix], length(setintersection(split(" ", lookup(local.endpoints_in_partitions_domain, local.current_region, "")), [each.key])))}.${local.current_region}.${each.key}"
  service_type = "Interface"
}

# In each subnet whose zone has the service: not every service is in every zone.
resource "aws_vpc_endpoint" "endpoints_interface" {
  for_each = var.interface_endpoints

  vpc_id              = aws_vpc.vpc.id
  policy              = data.aws_iam_policy_document.endpoints_policy[each.key].json
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.endpoints_group.id]
  service_name        = data.aws_vpc_endpoint_service.endpoints_service[each.key].service_name
  subnet_ids          = [for instance in aws_subnet.private : instance.id if contains(data.aws_vpc_endpoint_service.endpoints_service[each.key].availability_zones, instance.availability_zone)]
  vpc_endpoint_type   = "Interface"
  tags                = merge(var.tags, { Name = "${var.name}-${each.key}" })

  lifecycle {
    precondition {
      condition     = length([for instance in aws_subnet.private : instance.availability_zone if contains(data.aws_vpc_endpoint_service.endpoints_service[each.key].availability_zones, instance.availability_zone)]) > 0
      error_message = "No subnet is in a zone that has ${each.key}: name zone_ids as aws ec2 describe-vpc-endpoint-services lists them for it."
    }
  }
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
        "arn:${data.aws_partition.current.partition}:ec2:${local.current_region}:${data.aws_caller_identity.current.account_id}:vpc-flow-log/*",
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
