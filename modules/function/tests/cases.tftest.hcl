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
  name                    = "market-data-dev-producer"
  description             = "Writes prices."
  package_file            = "main.tf"
  environment_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_retention_days      = 30
  log_kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    handler         = "main.run"
    runtime         = "nodejs20.x"
    memory_mib      = 512
    timeout_seconds = 60
    environment = {
      INPUT_TOPIC = "prices"
      NOTE        = "a \"quoted\" $${value}"
    }
    subnet_ids         = ["subnet-0aaa1111bbb2222cc"]
    security_group_ids = ["sg-0aaa1111bbb2222cc"]
    policy_arns = {
      kafka = "arn:aws:iam::123456789012:policy/kafka"
    }
    reserved_concurrency     = 2
    tracing                  = "PassThrough"
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                    = ""
    package_file            = ""
    handler                 = ""
    runtime                 = "unheard-of"
    memory_mib              = 10241
    timeout_seconds         = 901
    environment_kms_key_arn = "unheard-of"
    policy_arns = {
      unheard-of = "value"
    }
    reserved_concurrency     = -2
    tracing                  = "unheard-of"
    log_retention_days       = -1
    log_kms_key_arn          = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.package_file,
    var.handler,
    var.runtime,
    var.memory_mib,
    var.timeout_seconds,
    var.environment_kms_key_arn,
    var.policy_arns,
    var.reserved_concurrency,
    var.tracing,
    var.log_retention_days,
    var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}
