# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {}

variables {
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

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
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
      checkpoints = {
        description        = "Checkpoints fail."
        runbook_url        = "https://example.com/runbooks.md#lag"
        threshold          = 0
        treat_missing_data = "breaching"
        expression         = "RATE(failed)"
        metrics = [
          {
            id        = "failed"
            namespace = "AWS/KinesisAnalytics"
            metric    = "numberOfFailedCheckpoints"
            statistic = "Maximum"
          },
        ]
      }
      error-rate = {
        description         = "Too many invocations fail."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 5
        evaluation_periods  = 3
        datapoints_to_alarm = 2
        treat_missing_data  = "notBreaching"
        expression          = "100 * errors / invocations"
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
    composite_members = ["downtime", "error-rate"]
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                  = ""
    topic_arn             = "unheard-of"
    composite_name        = ""
    composite_description = ""
    composite_runbook_url = "unheard-of"
    composite_members     = []
  }

  expect_failures = [
    var.name,
    var.topic_arn,
    var.composite_name,
    var.composite_description,
    var.composite_runbook_url,
    var.composite_members,
  ]
}
