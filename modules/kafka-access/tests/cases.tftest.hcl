# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

variables {
  name        = "market-data-dev-reader"
  cluster_arn = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  read_topics = ["prices"]
  groups      = ["readers"]
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    name              = "market-data-dev-all"
    write_topics      = ["aggregates", "dead-letters"]
    admin_topics      = ["prices", "aggregates"]
    groups            = ["job-*"]
    transactional_ids = ["job-*"]
    tags = {
      Team = "data"
    }
  }
}

run "plans_writer" {
  command = plan

  variables {
    name         = "market-data-dev-writer"
    write_topics = ["prices"]
    read_topics  = null
    groups       = null
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name              = ""
    cluster_arn       = "unheard-of"
    read_topics       = [""]
    write_topics      = [""]
    admin_topics      = [""]
    groups            = [""]
    transactional_ids = [""]
  }

  expect_failures = [
    var.name,
    var.cluster_arn,
    var.read_topics,
    var.write_topics,
    var.admin_topics,
    var.groups,
    var.transactional_ids,
  ]
}
