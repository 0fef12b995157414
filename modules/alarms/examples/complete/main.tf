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

  name      = "market-data-prod"
  topic_arn = "arn:aws:sns:eu-west-1:123456789012:market-data-prod-alarms"
  alarms = {
    downtime = {
      description         = "The job does not run."
      runbook_url         = "https://example.com/runbooks.md#lag"
      threshold           = 0
      comparison          = "GreaterThanThreshold"
      evaluation_periods  = 3
      datapoints_to_alarm = 2
      treat_missing_data  = "breaching"
      namespace           = "AWS/KinesisAnalytics"
      metric_name         = "downtime"
      dimensions = {
        Application = "market-data-prod"
      }
      statistic = "Maximum"
      period    = 60
    }
  }
  math_alarms = {
    error-rate = {
      description        = "Too many invocations fail."
      runbook_url        = "https://example.com/runbooks.md#lag"
      threshold          = 5
      treat_missing_data = "notBreaching"
      expression         = "100 * errors / invocations"
      metrics = [
        {
          id        = "errors"
          namespace = "AWS/Lambda"
          metric    = "Errors"
          dimensions = {
            FunctionName = "p"
          }
          statistic = "Sum"
        },
        {
          id        = "invocations"
          namespace = "AWS/Lambda"
          metric    = "Invocations"
          statistic = "Sum"
          period    = 60
        },
      ]
    }
  }
  composite_name        = "unhealthy"
  composite_description = "The pipeline is unhealthy."
  composite_runbook_url = "https://example.com/runbooks.md#lag"
  composite_members     = ["downtime", "error-rate"]
  tags = {
    Team = "data"
  }
}
