# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
    }
  }
}

variables {
  name        = "market-data-dev-lake"
  description = "Encrypts the lake."
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    name            = "market-data-prod/stream"
    description     = "Encrypts the stream and its logs."
    cloudwatch_logs = true
    service_principals = {
      Delivery = {
        service     = "firehose.amazonaws.com"
        actions     = ["kms:GenerateDataKey*"]
        source_arns = ["arn:aws:firehose:eu-west-1:123456789012:deliverystream/*"]
      }
      Alarms = {
        service = "cloudwatch.amazonaws.com"
      }
    }
    deletion_window_days = 7
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                 = ""
    deletion_window_days = 31
  }

  expect_failures = [
    var.name,
    var.deletion_window_days,
  ]
}
