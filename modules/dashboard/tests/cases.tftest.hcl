# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_resource "aws_cloudwatch_dashboard" {
    defaults = {
      dashboard_arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_dashboard/up"
    }
  }
}

variables {
  name = "market-data-dev"
  body = "{\"widgets\":[]}"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_cloudwatch_dashboard.this.dashboard_body == "{\"widgets\":[]}",
      aws_cloudwatch_dashboard.this.dashboard_name == "market-data-dev",
    ])
    error_message = "aws_cloudwatch_dashboard.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    name = "market-data-prod"
    body = "{\"widgets\":[{\"type\":\"text\",\"x\":0,\"y\":0,\"width\":6,\"height\":2,\"properties\":{\"markdown\":\"# Lag\"}}]}"
  }

  assert {
    condition     = aws_cloudwatch_dashboard.this.dashboard_name == "market-data-prod"
    error_message = "aws_cloudwatch_dashboard.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name = "Not allowed!"
    body = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.body,
  ]
}
