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
  name               = "market-data-dev-bastion"
  subnet_id          = "subnet-0aaa1111bbb2222cc"
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
  kms_key_arn        = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    name               = "market-data-prod-bastion"
    security_group_ids = ["sg-0aaa1111bbb2222cc", "sg-0ddd3333eee4444ff"]
    instance_type      = "t4g.micro"
    volume_gib         = 30
    policy_arns = {
      kafka = "arn:aws:iam::123456789012:policy/kafka"
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
    name               = ""
    security_group_ids = []
    instance_type      = "unheard-of"
    volume_gib         = 1025
    kms_key_arn        = "unheard-of"
    policy_arns = {
      unheard-of = "value"
    }
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.security_group_ids,
    var.instance_type,
    var.volume_gib,
    var.kms_key_arn,
    var.policy_arns,
    var.permissions_boundary_arn,
  ]
}
