# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {}

variables {
  function_name = "market-data-dev-create-topics"
  cluster_arn   = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  topics = {
    prices = {
      partitions = 3
    }
  }
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    topics = {
      prices = {
        partitions = 6
        configs = {
          "retention.ms" = "86400000"
        }
      }
      dead-letters = {
        partitions = 1
        configs = {
          "cleanup.policy"    = "delete"
          "max.message.bytes" = "1048576"
        }
      }
    }
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
