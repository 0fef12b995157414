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

  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_log_group/up"
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

  mock_resource "aws_lambda_function" {
    defaults = {
      arn                         = "arn:aws:made:us-east-1:123456789012:aws_lambda_function/up"
      invoke_arn                  = "arn:aws:made:us-east-1:123456789012:aws_lambda_function/up"
      qualified_arn               = "arn:aws:made:us-east-1:123456789012:aws_lambda_function/up"
      qualified_invoke_arn        = "arn:aws:made:us-east-1:123456789012:aws_lambda_function/up"
      signing_job_arn             = "arn:aws:made:us-east-1:123456789012:aws_lambda_function/up"
      signing_profile_version_arn = "arn:aws:made:us-east-1:123456789012:aws_lambda_function/up"
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

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.logs.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.logs.name == "/aws/lambda/market-data-dev-producer",
      aws_cloudwatch_log_group.logs.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Execution role of the function market-data-dev-producer.",
      aws_iam_role.role.name == "market-data-dev-producer",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.role_given)) == ""
    error_message = "aws_iam_role_policy_attachment.role_given is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_execution.name == "market-data-dev-producer-execution"
    error_message = "aws_iam_policy.role_execution is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_lambda_function.this.description == "Writes prices.",
      aws_lambda_function.this.function_name == "market-data-dev-producer",
      aws_lambda_function.this.handler == "index.handler",
      aws_lambda_function.this.kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      aws_lambda_function.this.memory_size == 256,
      aws_lambda_function.this.reserved_concurrent_executions == -1,
      aws_lambda_function.this.runtime == "nodejs22.x",
      aws_lambda_function.this.timeout == 30,
      one(aws_lambda_function.this.tracing_config).mode == "Active",
    ])
    error_message = "aws_lambda_function.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    handler         = "main.run"
    runtime         = "nodejs22.x"
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
    trust_source_account     = false
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_log_group.logs.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
      aws_cloudwatch_log_group.logs.name == "/aws/lambda/market-data-dev-producer",
      aws_cloudwatch_log_group.logs.retention_in_days == 30,
    ])
    error_message = "aws_cloudwatch_log_group.logs is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Execution role of the function market-data-dev-producer.",
      aws_iam_role.role.name == "market-data-dev-producer",
      aws_iam_role.role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_iam_role_policy_attachment.role_given)) == "kafka"
    error_message = "aws_iam_role_policy_attachment.role_given is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_execution.name == "market-data-dev-producer-execution"
    error_message = "aws_iam_policy.role_execution is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_lambda_function.this.description == "Writes prices.",
      aws_lambda_function.this.function_name == "market-data-dev-producer",
      aws_lambda_function.this.handler == "main.run",
      aws_lambda_function.this.kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      aws_lambda_function.this.memory_size == 512,
      aws_lambda_function.this.reserved_concurrent_executions == 2,
      aws_lambda_function.this.runtime == "nodejs22.x",
      aws_lambda_function.this.timeout == 60,
      one(aws_lambda_function.this.tracing_config).mode == "PassThrough",
    ])
    error_message = "aws_lambda_function.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name            = "Not allowed!"
    description     = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    package_file    = ""
    handler         = "Not allowed!"
    runtime         = "unheard-of"
    memory_mib      = 10241
    timeout_seconds = 901
    environment = {
      unheard-of = "prices"
    }
    environment_kms_key_arn = "unheard-of"
    subnet_ids = [
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
      "subnet-0aaa1111bbb2222cc",
    ]
    security_group_ids = [
      "sg-0aaa1111bbb2222cc",
      "sg-0aaa1111bbb2222cc",
      "sg-0aaa1111bbb2222cc",
      "sg-0aaa1111bbb2222cc",
      "sg-0aaa1111bbb2222cc",
      "sg-0aaa1111bbb2222cc",
    ]
    policy_arns = {
      "Not allowed!" = "arn:aws:iam::123456789012:policy/kafka"
    }
    reserved_concurrency     = -2
    tracing                  = "unheard-of"
    log_retention_days       = -1
    log_kms_key_arn          = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.description,
    var.package_file,
    var.handler,
    var.runtime,
    var.memory_mib,
    var.timeout_seconds,
    var.environment,
    var.environment_kms_key_arn,
    var.subnet_ids,
    var.security_group_ids,
    var.policy_arns,
    var.reserved_concurrency,
    var.tracing,
    var.log_retention_days,
    var.log_kms_key_arn,
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

run "refuses_subnets_without_security_groups" {
  command = plan

  variables {
    subnet_ids = ["subnet-0aaa1111bbb2222cc"]
  }

  expect_failures = [aws_lambda_function.this]
}

run "refuses_security_groups_without_subnets" {
  command = plan

  variables {
    security_group_ids = ["sg-0aaa1111bbb2222cc"]
  }

  expect_failures = [aws_lambda_function.this]
}
