# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_resource "aws_msk_serverless_cluster" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_msk_serverless_cluster/up"
    }
  }
}

variables {
  name               = "market-data-dev"
  subnet_ids         = ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff"]
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
}

run "plans_minimal" {
  command = plan

  assert {
    condition     = aws_msk_serverless_cluster.this.cluster_name == "market-data-dev"
    error_message = "aws_msk_serverless_cluster.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    security_group_ids = ["sg-0aaa1111bbb2222cc", "sg-0ddd3333eee4444ff"]
    tags = {
      Team = "data"
    }
  }

  assert {
    condition     = aws_msk_serverless_cluster.this.cluster_name == "market-data-dev"
    error_message = "aws_msk_serverless_cluster.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name               = "Not allowed!"
    subnet_ids         = []
    security_group_ids = []
  }

  expect_failures = [
    var.name,
    var.subnet_ids,
    var.security_group_ids,
  ]
}
