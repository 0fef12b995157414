# Generated from ../../cases.ts by `npm run modules`: change that file instead.

terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

# package.zip is yours to bring: put it beside this file.
module "function" {
  source = "../.."

  name            = "market-data-dev-producer"
  description     = "Writes prices."
  package_file    = "${path.root}/package.zip"
  handler         = "main.run"
  runtime         = "nodejs20.x"
  memory_mib      = 512
  timeout_seconds = 60
  environment = {
    INPUT_TOPIC = "prices"
    NOTE        = "a \"quoted\" $${value}"
  }
  environment_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  subnet_ids              = ["subnet-0aaa1111bbb2222cc"]
  security_group_ids      = ["sg-0aaa1111bbb2222cc"]
  policy_arns = {
    kafka = "arn:aws:iam::123456789012:policy/kafka"
  }
  reserved_concurrency     = 2
  tracing                  = "PassThrough"
  log_retention_days       = 30
  log_kms_key_arn          = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  tags = {
    Team = "data"
  }
}
