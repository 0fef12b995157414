# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }

  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_resource "aws_sns_topic" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_sns_topic/up"
    }
  }

  mock_resource "aws_sns_topic_subscription" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_sns_topic_subscription/up"
    }
  }
}

variables {
  name        = "market-data-dev-alarms"
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_sns_topic.this.kms_master_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      aws_sns_topic.this.name == "market-data-dev-alarms",
    ])
    error_message = "aws_sns_topic.this is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_sns_topic_subscription.email)) == ""
    error_message = "aws_sns_topic_subscription.email is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    subscriptions = ["on-call@example.com", "data@example.com"]
    tags = {
      Team = "data"
    }
  }

  assert {
    condition = alltrue([
      aws_sns_topic.this.kms_master_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      aws_sns_topic.this.name == "market-data-dev-alarms",
    ])
    error_message = "aws_sns_topic.this is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_sns_topic_subscription.email)) == "data@example.com, on-call@example.com"
    error_message = "aws_sns_topic_subscription.email is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name          = "Not allowed!"
    kms_key_arn   = "unheard-of"
    subscriptions = ["unheard-of", "data@example.com"]
  }

  expect_failures = [
    var.name,
    var.kms_key_arn,
    var.subscriptions,
  ]
}
