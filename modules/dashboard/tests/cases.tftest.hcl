# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {}

variables {
  name = "market-data-dev"
  body = "{\"widgets\":[]}"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    name = "market-data-prod"
    body = "{\"widgets\":[{\"type\":\"text\",\"x\":0,\"y\":0,\"width\":6,\"height\":2,\"properties\":{\"markdown\":\"# Lag\"}}]}"
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name = ""
    body = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.body,
  ]
}
