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

  mock_data "aws_partition" {
    defaults = {
      partition          = "aws"
      dns_suffix         = "amazonaws.com"
      reverse_dns_prefix = "com.amazonaws"
    }
  }

  mock_data "aws_region" {
    defaults = {
      name   = "us-east-1"
      region = "us-east-1"
    }
  }

  mock_resource "aws_iam_instance_profile" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_instance_profile/up"
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

  mock_resource "aws_instance" {
    defaults = {
      arn                     = "arn:aws:made:us-east-1:123456789012:aws_instance/up"
      host_resource_group_arn = "arn:aws:made:us-east-1:123456789012:aws_instance/up"
      outpost_arn             = "arn:aws:made:us-east-1:123456789012:aws_instance/up"
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

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Operators' host market-data-dev-bastion",
      aws_iam_role.role.name == "market-data-dev-bastion",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_session_policy.name == "market-data-dev-bastion-session"
    error_message = "aws_iam_policy.role_session_policy is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.role_given)) == ""
    error_message = "aws_iam_role_policy_attachment.role_given is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_instance_profile.role_profile.name == "market-data-dev-bastion"
    error_message = "aws_iam_instance_profile.role_profile is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_instance.this.instance_type == "t4g.small",
      aws_instance.this.subnet_id == "subnet-0aaa1111bbb2222cc",
      one(aws_instance.this.root_block_device).kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(aws_instance.this.root_block_device).volume_size == 20,
    ])
    error_message = "aws_instance.this is not what these inputs ask for."
  }
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

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Operators' host market-data-prod-bastion",
      aws_iam_role.role.name == "market-data-prod-bastion",
      aws_iam_role.role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_session_policy.name == "market-data-prod-bastion-session"
    error_message = "aws_iam_policy.role_session_policy is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.role_given)) == "kafka"
    error_message = "aws_iam_role_policy_attachment.role_given is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_instance_profile.role_profile.name == "market-data-prod-bastion"
    error_message = "aws_iam_instance_profile.role_profile is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_instance.this.instance_type == "t4g.micro",
      aws_instance.this.subnet_id == "subnet-0aaa1111bbb2222cc",
      one(aws_instance.this.root_block_device).kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(aws_instance.this.root_block_device).volume_size == 30,
    ])
    error_message = "aws_instance.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name               = "Not allowed!"
    security_group_ids = []
    instance_type      = "unheard-of"
    volume_gib         = 1025
    kms_key_arn        = "unheard-of"
    policy_arns = {
      "Not allowed!" = "arn:aws:iam::123456789012:policy/kafka"
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

run "refuses_wrong_values_2" {
  command = plan

  variables {
    policy_arns = {
      kafka = "unheard-of"
    }
  }

  expect_failures = [
    var.policy_arns,
  ]
}
