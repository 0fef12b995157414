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
  bucket_name = "acme-market-data-dev-state"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    bucket_name     = "acme-market-data-prod-state"
    noncurrent_days = 90
    force_destroy   = true
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    bucket_name     = ""
    noncurrent_days = 3651
  }

  expect_failures = [
    var.bucket_name,
    var.noncurrent_days,
  ]
}
