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

module "schedule" {
  source = "../.."

  name                      = "market-data-dev-producer"
  description               = "Prices, every five minutes on working days."
  function_arn              = "arn:aws:lambda:eu-west-1:123456789012:function:market-data-dev-producer"
  expression                = "cron(0/5 * ? * MON-FRI *)"
  input                     = "{\"dryRun\":true}"
  enabled                   = false
  dead_letter_arn           = "arn:aws:sqs:eu-west-1:123456789012:market-data-dev-missed"
  retries                   = 0
  maximum_event_age_seconds = 60
  permissions_boundary_arn  = "arn:aws:iam::123456789012:policy/boundary"
  tags = {
    Team = "data"
  }
}
