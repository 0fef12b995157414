# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {}

variables {
  name           = "/market-data/dev/job"
  retention_days = 30
  kms_key_arn    = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "plans_minimal" {
  command = plan
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
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name           = ""
    retention_days = -1
    kms_key_arn    = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.retention_days,
    var.kms_key_arn,
  ]
}
