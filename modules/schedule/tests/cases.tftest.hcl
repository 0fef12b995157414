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
  name            = "market-data-dev-producer"
  function_arn    = "arn:aws:lambda:eu-west-1:123456789012:function:market-data-dev-producer"
  expression      = "rate(1 minute)"
  dead_letter_arn = "arn:aws:sqs:eu-west-1:123456789012:market-data-dev-missed"
}

run "plans_minimal" {
  command = plan
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
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                      = ""
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
    var.function_arn,
    var.expression,
    var.input,
    var.dead_letter_arn,
    var.retries,
    var.maximum_event_age_seconds,
    var.permissions_boundary_arn,
  ]
}
