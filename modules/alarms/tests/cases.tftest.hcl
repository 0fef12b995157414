# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_resource "aws_cloudwatch_composite_alarm" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_composite_alarm/up"
    }
  }

  mock_resource "aws_cloudwatch_metric_alarm" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_cloudwatch_metric_alarm/up"
    }
  }
}

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

  assert {
    condition     = join(", ", keys(aws_cloudwatch_metric_alarm.metric)) == "lag"
    error_message = "aws_cloudwatch_metric_alarm.metric is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_cloudwatch_metric_alarm.math)) == ""
    error_message = "aws_cloudwatch_metric_alarm.math is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_composite_alarm.composite.alarm_description == "The pipeline is unhealthy. Runbook: https://example.com/runbooks.md#lag",
      aws_cloudwatch_composite_alarm.composite.alarm_name == "market-data-dev-unhealthy",
    ])
    error_message = "aws_cloudwatch_composite_alarm.composite is not what these inputs ask for."
  }
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
      slow = {
        description        = "One invocation in a hundred is slow."
        runbook_url        = "https://example.com/runbooks.md#lag"
        threshold          = 48000
        treat_missing_data = "notBreaching"
        expression         = "slowest"
        metrics = [
          {
            id        = "slowest"
            namespace = "AWS/Lambda"
            metric    = "Duration"
            statistic = "p99"
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

  assert {
    condition     = join(", ", keys(aws_cloudwatch_metric_alarm.metric)) == "downtime"
    error_message = "aws_cloudwatch_metric_alarm.metric is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_cloudwatch_metric_alarm.math)) == "checkpoints, error-rate, slow"
    error_message = "aws_cloudwatch_metric_alarm.math is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_cloudwatch_composite_alarm.composite.alarm_description == "The pipeline is unhealthy. Runbook: https://example.com/runbooks.md#lag",
      aws_cloudwatch_composite_alarm.composite.alarm_name == "market-data-prod-unhealthy",
    ])
    error_message = "aws_cloudwatch_composite_alarm.composite is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name      = "Not allowed!"
    topic_arn = "unheard-of"
    alarms = {
      "Not allowed!" = {
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
      "Not allowed!" = {
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
    }
    composite_name        = "Not allowed!"
    composite_description = ""
    composite_runbook_url = "unheard-of"
    composite_members     = []
  }

  expect_failures = [
    var.name,
    var.topic_arn,
    var.alarms,
    var.math_alarms,
    var.composite_name,
    var.composite_description,
    var.composite_runbook_url,
    var.composite_members,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = ""
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
        description        = ""
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
    }
    composite_runbook_url = "https://////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////example.com/runbooks.md#lag"
    composite_members     = ["Not allowed!", "error-rate"]
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
    var.composite_runbook_url,
    var.composite_members,
  ]
}

run "refuses_wrong_values_3" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = "The job does not run."
        runbook_url         = "unheard-of"
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
        runbook_url        = "unheard-of"
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
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_4" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = "The job does not run."
        runbook_url         = "https://////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////example.com/runbooks.md#lag"
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
        runbook_url        = "https://////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////example.com/runbooks.md#lag"
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
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_5" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = "The job does not run."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 0
        comparison          = "unheard-of"
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
        comparison = "unheard-of"
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_6" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = "The job does not run."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 0
        comparison          = "GreaterThanThreshold"
        evaluation_periods  = 1441
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
        evaluation_periods = 1441
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_7" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = "The job does not run."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 0
        comparison          = "GreaterThanThreshold"
        evaluation_periods  = 3
        datapoints_to_alarm = 1441
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
        datapoints_to_alarm = 1441
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_8" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = "The job does not run."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 0
        comparison          = "GreaterThanThreshold"
        evaluation_periods  = 3
        datapoints_to_alarm = 2
        treat_missing_data  = "unheard-of"
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
        treat_missing_data = "unheard-of"
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
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_9" {
  command = plan

  variables {
    alarms = {
      downtime = {
        description         = "The job does not run."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 0
        comparison          = "GreaterThanThreshold"
        evaluation_periods  = 3
        datapoints_to_alarm = 2
        treat_missing_data  = "breaching"
        namespace           = "Not allowed!"
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
        expression         = ""
        metrics = [
          {
            id        = "failed"
            namespace = "AWS/KinesisAnalytics"
            metric    = "numberOfFailedCheckpoints"
            statistic = "Maximum"
          },
        ]
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_10" {
  command = plan

  variables {
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
        metric_name         = ""
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
        metrics            = []
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_11" {
  command = plan

  variables {
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
          "" = "market-data-prod"
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
            id        = "unheard-of"
            namespace = "AWS/KinesisAnalytics"
            metric    = "numberOfFailedCheckpoints"
            statistic = "Maximum"
          },
        ]
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_12" {
  command = plan

  variables {
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
          Application = ""
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
            namespace = "Not allowed!"
            metric    = "numberOfFailedCheckpoints"
            statistic = "Maximum"
          },
        ]
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_13" {
  command = plan

  variables {
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
        statistic = "unheard-of"
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
            metric    = ""
            statistic = "Maximum"
          },
        ]
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_14" {
  command = plan

  variables {
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
        period    = 86460
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
            dimensions = {
              "" = "value"
            }
          },
        ]
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_15" {
  command = plan

  variables {
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
        period    = 61
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
            dimensions = {
              key = ""
            }
          },
        ]
      }
    }
  }

  expect_failures = [
    var.alarms,
    var.math_alarms,
  ]
}

run "refuses_wrong_values_16" {
  command = plan

  variables {
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
            statistic = "unheard-of"
          },
        ]
      }
    }
  }

  expect_failures = [
    var.math_alarms,
  ]
}

run "refuses_wrong_values_17" {
  command = plan

  variables {
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
            period    = 86460
          },
        ]
      }
    }
  }

  expect_failures = [
    var.math_alarms,
  ]
}

run "refuses_wrong_values_18" {
  command = plan

  variables {
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
            period    = 61
          },
        ]
      }
    }
  }

  expect_failures = [
    var.math_alarms,
  ]
}

run "refuses_a_member_that_is_no_alarm" {
  command = plan

  variables {
    composite_members = ["lag", "lagg"]
  }

  expect_failures = [aws_cloudwatch_composite_alarm.composite]
}

run "refuses_more_data_points_than_are_evaluated" {
  command = plan

  variables {
    alarms = {
      lag = {
        description         = "The job falls behind."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 10000
        treat_missing_data  = "breaching"
        namespace           = "AWS/Kafka"
        metric_name         = "MaxOffsetLag"
        statistic           = "Maximum"
        evaluation_periods  = 2
        datapoints_to_alarm = 3
      }
    }
  }

  expect_failures = [aws_cloudwatch_metric_alarm.metric]
}

run "refuses_more_data_points_of_a_math_alarm_than_are_evaluated" {
  command = plan

  variables {
    math_alarms = {
      rate = {
        description         = "Too many invocations fail."
        runbook_url         = "https://example.com/runbooks.md#lag"
        threshold           = 5
        treat_missing_data  = "notBreaching"
        evaluation_periods  = 2
        datapoints_to_alarm = 3
        expression          = "100 * errors"
        metrics = [
          {
            id        = "errors"
            namespace = "AWS/Lambda"
            metric    = "Errors"
            statistic = "Sum"
          },
        ]
      }
    }
  }

  expect_failures = [aws_cloudwatch_metric_alarm.math]
}
