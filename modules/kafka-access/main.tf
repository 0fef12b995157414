# Generated from index.ts by `npm run modules`: change that file instead.

# What a client of the cluster needs, and no more than was named: it connects, reads, writes, administers and deletes
# topics, takes part in groups and writes in transactions. Idempotent writing is a right on the cluster, not on a
# topic.
data "aws_iam_policy_document" "permissions" {
  statement {
    sid       = "Connect"
    actions   = ["kafka-cluster:Connect"]
    resources = [var.cluster_arn]
  }

  dynamic "statement" {
    for_each = length(var.write_topics) > 0 ? [1] : []

    content {
      sid       = "WriteIdempotently"
      actions   = ["kafka-cluster:WriteDataIdempotently"]
      resources = [var.cluster_arn]
    }
  }

  dynamic "statement" {
    for_each = length(var.read_topics) > 0 ? [1] : []

    content {
      sid       = "Read"
      actions   = ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"]
      resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":topic/"), var.read_topics)
    }
  }

  dynamic "statement" {
    for_each = length(var.write_topics) > 0 ? [1] : []

    content {
      sid       = "Write"
      actions   = ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"]
      resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":topic/"), var.write_topics)
    }
  }

  dynamic "statement" {
    for_each = length(var.admin_topics) > 0 ? [1] : []

    content {
      sid = "Administer"
      actions = [
        "kafka-cluster:AlterTopic",
        "kafka-cluster:AlterTopicDynamicConfiguration",
        "kafka-cluster:CreateTopic",
        "kafka-cluster:DescribeTopic",
        "kafka-cluster:DescribeTopicDynamicConfiguration",
      ]
      resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":topic/"), var.admin_topics)
    }
  }

  dynamic "statement" {
    for_each = length(var.delete_topics) > 0 ? [1] : []

    content {
      sid       = "Delete"
      actions   = ["kafka-cluster:DeleteTopic", "kafka-cluster:DescribeTopic"]
      resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":topic/"), var.delete_topics)
    }
  }

  dynamic "statement" {
    for_each = length(var.groups) > 0 ? [1] : []

    content {
      sid       = "Group"
      actions   = ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"]
      resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":group/"), var.groups)
    }
  }

  dynamic "statement" {
    for_each = length(var.transactional_ids) > 0 ? [1] : []

    content {
      sid       = "Transact"
      actions   = ["kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"]
      resources = formatlist("%s/%s", replace(var.cluster_arn, ":cluster/", ":transactional-id/"), var.transactional_ids)
    }
  }
}

resource "aws_iam_policy" "this" {
  name   = var.name
  policy = data.aws_iam_policy_document.permissions.json
  tags   = var.tags
}
