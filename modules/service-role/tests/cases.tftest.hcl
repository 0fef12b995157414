# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name        = "market-data-dev-schedule"
  description = "Invokes the producer."
  service     = "scheduler.amazonaws.com"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    source_arns = ["arn:aws:scheduler:eu-west-1:123456789012:schedule-group/default"]
    policy_arns = {
      kafka = "arn:aws:iam::123456789012:policy/kafka"
    }
    policies = {
      invoke = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
    }
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name        = ""
    service     = "unheard-of"
    source_arns = ["unheard-of"]
    policy_arns = {
      unheard-of = "value"
    }
    policies = {
      unheard-of = "value"
    }
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.service,
    var.source_arns,
    var.policy_arns,
    var.policies,
    var.permissions_boundary_arn,
  ]
}
