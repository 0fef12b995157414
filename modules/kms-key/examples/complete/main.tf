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

module "kms_key" {
  source = "../.."

  name            = "market-data-prod/stream"
  description     = "Encrypts the stream and its logs."
  cloudwatch_logs = true
  service_principals = {
    Delivery = {
      service     = "firehose.amazonaws.com"
      actions     = ["kms:GenerateDataKey*"]
      source_arns = ["arn:aws:firehose:eu-west-1:123456789012:deliverystream/*"]
    }
    Alarms = {
      service = "cloudwatch.amazonaws.com"
    }
  }
  deletion_window_days = 7
  tags = {
    Team = "data"
  }
}
