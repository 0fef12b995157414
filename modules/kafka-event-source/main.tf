# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  current_region = lookup(data.aws_region.current, "region", lookup(data.aws_region.current, "name", null))
}

data "aws_region" "current" {}

# What a client of the cluster needs, and no more than was named: it connects, reads, writes, administers and deletes
# topics, takes part in groups and writes in transactions. Idempotent writing is a right on the cluster, not on a
# topic.
data "aws_iam_policy_document" "access_permissions" {
  statement {
    sid       = "Connect"
    actions   = ["kafka-cluster:Connect"]
    resources = [var.cluster_arn]
  }

  statement {
    sid       = "Read"
    actions   = ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"]
    resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":topic/"), [var.topic])
  }

  statement {
    sid       = "Group"
    actions   = ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"]
    resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":group/"), [var.consumer_group_id])
  }
}

resource "aws_iam_policy" "access" {
  name   = "${var.name}-read"
  policy = data.aws_iam_policy_document.access_permissions.json
  tags   = var.tags
}

# The pollers find the cluster and its settings, put network interfaces into its subnets, and keep batches that were
# given up in the failure bucket, encrypted through S3. GetBootstrapBrokers and EC2's describing actions have no
# resource to name, and the network interfaces are still to be made.
data "aws_iam_policy_document" "poller_document" {
  statement {
    sid       = "FindCluster"
    actions   = ["kafka:DescribeClusterV2"]
    resources = [var.cluster_arn]
  }

  statement {
    sid       = "FindBrokers"
    actions   = ["kafka:GetBootstrapBrokers"]
    resources = ["*"]
  }

  statement {
    sid       = "ReadClusterSettings"
    actions   = ["kafka-cluster:DescribeClusterDynamicConfiguration"]
    resources = [var.cluster_arn]
  }

  statement {
    sid = "ConnectToVpc"
    actions = [
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "FindFailureBucket"
    actions   = ["s3:ListBucket"]
    resources = [var.on_failure_bucket_arn]
  }

  statement {
    sid       = "WriteFailures"
    actions   = ["s3:PutObject"]
    resources = ["${var.on_failure_bucket_arn}/aws/lambda/*"]
  }

  statement {
    sid       = "EncryptFailures"
    actions   = ["kms:GenerateDataKey"]
    resources = [var.on_failure_kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${local.current_region}.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "poller" {
  name   = "${var.name}-poll"
  policy = data.aws_iam_policy_document.poller_document.json
  tags   = var.tags
}

resource "aws_iam_role_policy_attachment" "attach_read" {
  policy_arn = aws_iam_policy.access.arn
  role       = var.role_name
}

resource "aws_iam_role_policy_attachment" "attach_poll" {
  policy_arn = aws_iam_policy.poller.arn
  role       = var.role_name
}

resource "aws_lambda_event_source_mapping" "this" {
  function_name                      = var.function_name
  batch_size                         = var.batch_size
  bisect_batch_on_function_error     = var.bisect
  enabled                            = var.enabled
  event_source_arn                   = var.cluster_arn
  function_response_types            = ["ReportBatchItemFailures"]
  maximum_batching_window_in_seconds = var.batching_window_seconds
  maximum_record_age_in_seconds      = var.maximum_record_age_seconds
  maximum_retry_attempts             = var.maximum_retry_attempts
  starting_position                  = var.starting_position
  topics                             = [var.topic]
  tags                               = var.tags

  amazon_managed_kafka_event_source_config {
    consumer_group_id = var.consumer_group_id
  }

  destination_config {
    on_failure {
      destination_arn = var.on_failure_bucket_arn
    }
  }

  metrics_config {
    metrics = ["EventCount"]
  }

  provisioned_poller_config {
    maximum_pollers = var.maximum_pollers
    minimum_pollers = var.minimum_pollers
  }

  lifecycle {
    precondition {
      condition     = var.minimum_pollers <= var.maximum_pollers
      error_message = "minimum_pollers must be at most maximum_pollers."
    }
  }

  depends_on = [aws_iam_role_policy_attachment.attach_read, aws_iam_role_policy_attachment.attach_poll]
}
