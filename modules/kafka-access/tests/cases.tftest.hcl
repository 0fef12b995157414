# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_policy/up"
    }
  }
}

variables {
  name        = "market-data-dev-reader"
  cluster_arn = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  read_topics = ["prices"]
  groups      = ["readers"]
}

run "plans_minimal" {
  command = plan

  assert {
    condition     = aws_iam_policy.this.name == "market-data-dev-reader"
    error_message = "aws_iam_policy.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    name              = "market-data-dev-all"
    write_topics      = ["aggregates", "dead-letters"]
    admin_topics      = ["prices", "aggregates"]
    delete_topics     = ["aggregates"]
    groups            = ["job-*"]
    transactional_ids = ["job-*"]
    tags = {
      Team = "data"
    }
  }

  assert {
    condition     = aws_iam_policy.this.name == "market-data-dev-all"
    error_message = "aws_iam_policy.this is not what these inputs ask for."
  }
}

run "plans_writer" {
  command = plan

  variables {
    name         = "market-data-dev-writer"
    write_topics = ["prices"]
    read_topics  = null
    groups       = null
  }

  assert {
    condition     = aws_iam_policy.this.name == "market-data-dev-writer"
    error_message = "aws_iam_policy.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name              = "Not allowed!"
    cluster_arn       = "unheard-of"
    read_topics       = ["Not allowed!"]
    write_topics      = ["Not allowed!", "dead-letters"]
    admin_topics      = ["Not allowed!", "aggregates"]
    delete_topics     = ["Not allowed!"]
    groups            = ["Not allowed!"]
    transactional_ids = ["Not allowed!"]
  }

  expect_failures = [
    var.name,
    var.cluster_arn,
    var.read_topics,
    var.write_topics,
    var.admin_topics,
    var.delete_topics,
    var.groups,
    var.transactional_ids,
  ]
}
