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
}

variables {
  cluster_arn = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    cluster_arn          = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-prod/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
    trust_source_account = true
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    cluster_arn = "unheard-of"
  }

  expect_failures = [
    var.cluster_arn,
  ]
}
