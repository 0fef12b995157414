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

  name            = "market-data-dev-producer"
  function_arn    = "arn:aws:lambda:eu-west-1:123456789012:function:market-data-dev-producer"
  expression      = "rate(1 minute)"
  dead_letter_arn = "arn:aws:sqs:eu-west-1:123456789012:market-data-dev-missed"
}
