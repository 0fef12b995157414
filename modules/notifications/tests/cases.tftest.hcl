# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name        = "market-data-dev-alarms"
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    subscriptions = ["on-call@example.com", "data@example.com"]
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name          = ""
    kms_key_arn   = "unheard-of"
    subscriptions = ["unheard-of"]
  }

  expect_failures = [
    var.name,
    var.kms_key_arn,
    var.subscriptions,
  ]
}
