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
}

variables {
  name        = "market-data-dev-schedule"
  description = "Invokes the producer."
  service     = "scheduler.amazonaws.com"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_iam_role.this.description == "Invokes the producer.",
      aws_iam_role.this.name == "market-data-dev-schedule",
    ])
    error_message = "aws_iam_role.this is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.given)) == ""
    error_message = "aws_iam_role_policy_attachment.given is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_policy.own)) == ""
    error_message = "aws_iam_policy.own is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.own_attached)) == ""
    error_message = "aws_iam_role_policy_attachment.own_attached is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    source_arns            = ["arn:aws:scheduler:eu-west-1:123456789012:schedule-group/default"]
    source_account         = false
    account_as_external_id = true
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

  assert {
    condition = alltrue([
      aws_iam_role.this.description == "Invokes the producer.",
      aws_iam_role.this.name == "market-data-dev-schedule",
      aws_iam_role.this.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.this is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.given)) == "kafka"
    error_message = "aws_iam_role_policy_attachment.given is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_policy.own)) == "invoke"
    error_message = "aws_iam_policy.own is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.own_attached)) == "invoke"
    error_message = "aws_iam_role_policy_attachment.own_attached is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name        = "Not allowed!"
    description = "本"
    service     = "unheard-of"
    source_arns = ["unheard-of"]
    policy_arns = {
      "Not allowed!" = "arn:aws:iam::123456789012:policy/kafka"
    }
    policies = {
      "Not allowed!" = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
    }
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.description,
    var.service,
    var.source_arns,
    var.policy_arns,
    var.policies,
    var.permissions_boundary_arn,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    description = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    policy_arns = {
      kafka = "unheard-of"
    }
    policies = {
      invoke = "unheard-of"
    }
  }

  expect_failures = [
    var.description,
    var.policy_arns,
    var.policies,
  ]
}
