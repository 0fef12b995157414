# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_log_group/up"
    }
  }
}

variables {
  name           = "/market-data/dev/job"
  retention_days = 30
  kms_key_arn    = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.this.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.this.name == "/market-data/dev/job",
      aws_cloudwatch_log_group.this.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    name           = "/market-data/prod/job"
    retention_days = 365
    tags = {
      Team = "data"
    }
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.this.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.this.name == "/market-data/prod/job",
      aws_cloudwatch_log_group.this.retention_in_days == 365,
    ])
    error_message = "aws_cloudwatch_log_group.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name           = "Not allowed!"
    retention_days = -1
    kms_key_arn    = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.retention_days,
    var.kms_key_arn,
  ]
}
