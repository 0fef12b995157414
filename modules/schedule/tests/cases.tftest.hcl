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

  mock_data "aws_partition" {
    defaults = {
      partition          = "aws"
      dns_suffix         = "amazonaws.com"
      reverse_dns_prefix = "com.amazonaws"
    }
  }

  mock_data "aws_region" {
    defaults = {
      name   = "us-east-1"
      region = "us-east-1"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_policy/up"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_role/up"
    }
  }

  mock_resource "aws_scheduler_schedule" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_scheduler_schedule/up"
    }
  }
}

variables {
  name            = "market-data-dev-producer"
  function_arn    = "arn:aws:lambda:eu-west-1:123456789012:function:market-data-dev-producer"
  expression      = "rate(5 minutes)"
  dead_letter_arn = "arn:aws:sqs:eu-west-1:123456789012:market-data-dev-missed"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Lets the schedule market-data-dev-producer invoke its function.",
      aws_iam_role.role.name == "market-data-dev-producer",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_invoke.name == "market-data-dev-producer-invoke"
    error_message = "aws_iam_policy.role_invoke is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_scheduler_schedule.this.description == "",
      aws_scheduler_schedule.this.name == "market-data-dev-producer",
      aws_scheduler_schedule.this.schedule_expression == "rate(5 minutes)",
      aws_scheduler_schedule.this.state == "ENABLED",
      one(aws_scheduler_schedule.this.target).arn == "arn:aws:lambda:eu-west-1:123456789012:function:market-data-dev-producer",
      one(aws_scheduler_schedule.this.target).input == "{}",
      one(one(aws_scheduler_schedule.this.target).dead_letter_config).arn == "arn:aws:sqs:eu-west-1:123456789012:market-data-dev-missed",
      one(one(aws_scheduler_schedule.this.target).retry_policy).maximum_event_age_in_seconds == 300,
      one(one(aws_scheduler_schedule.this.target).retry_policy).maximum_retry_attempts == 3,
    ])
    error_message = "aws_scheduler_schedule.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    description               = "Prices, every five minutes on working days."
    expression                = "cron(0/5 * ? * MON-FRI *)"
    input                     = "{\"dryRun\":true}"
    enabled                   = false
    retries                   = 0
    maximum_event_age_seconds = 60
    permissions_boundary_arn  = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Lets the schedule market-data-dev-producer invoke its function.",
      aws_iam_role.role.name == "market-data-dev-producer",
      aws_iam_role.role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_invoke.name == "market-data-dev-producer-invoke"
    error_message = "aws_iam_policy.role_invoke is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_scheduler_schedule.this.description == "Prices, every five minutes on working days.",
      aws_scheduler_schedule.this.name == "market-data-dev-producer",
      aws_scheduler_schedule.this.schedule_expression == "cron(0/5 * ? * MON-FRI *)",
      aws_scheduler_schedule.this.state == "DISABLED",
      one(aws_scheduler_schedule.this.target).arn == "arn:aws:lambda:eu-west-1:123456789012:function:market-data-dev-producer",
      one(aws_scheduler_schedule.this.target).input == "{\"dryRun\":true}",
      one(one(aws_scheduler_schedule.this.target).dead_letter_config).arn == "arn:aws:sqs:eu-west-1:123456789012:market-data-dev-missed",
      one(one(aws_scheduler_schedule.this.target).retry_policy).maximum_event_age_in_seconds == 60,
      one(one(aws_scheduler_schedule.this.target).retry_policy).maximum_retry_attempts == 0,
    ])
    error_message = "aws_scheduler_schedule.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                      = "Not allowed!"
    description               = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    function_arn              = "unheard-of"
    expression                = "unheard-of"
    input                     = "unheard-of"
    dead_letter_arn           = "unheard-of"
    retries                   = 186
    maximum_event_age_seconds = 86401
    permissions_boundary_arn  = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.description,
    var.function_arn,
    var.expression,
    var.input,
    var.dead_letter_arn,
    var.retries,
    var.maximum_event_age_seconds,
    var.permissions_boundary_arn,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    expression = "cron(00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000/5 * ? * MON-FRI *)"
  }

  expect_failures = [
    var.expression,
  ]
}
