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

module "alarms" {
  source = "../.."

  name      = "market-data-dev"
  topic_arn = "arn:aws:sns:eu-west-1:123456789012:market-data-dev-alarms"
  alarms = {
    lag = {
      description        = "The job falls behind."
      runbook_url        = "https://example.com/runbooks.md#lag"
      threshold          = 10000
      treat_missing_data = "breaching"
      namespace          = "AWS/Kafka"
      metric_name        = "MaxOffsetLag"
      statistic          = "Maximum"
    }
  }
  composite_name        = "unhealthy"
  composite_description = "The pipeline is unhealthy."
  composite_runbook_url = "https://example.com/runbooks.md#lag"
  composite_members     = ["lag"]
}
