# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {}

variables {
  function_name = "market-data-dev-create-topics"
  cluster_arn   = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
  topics = {
    prices = {
      partitions = 3
    }
  }
}

run "plans_minimal" {
  command = plan

  assert {
    condition     = aws_lambda_invocation.this.function_name == "market-data-dev-create-topics"
    error_message = "aws_lambda_invocation.this is not what these inputs ask for."
  }

  assert {
    condition     = aws_lambda_invocation.confirmed.function_name == "market-data-dev-create-topics"
    error_message = "aws_lambda_invocation.confirmed is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    topics = {
      prices = {
        partitions = 6
        configs = {
          "retention.ms" = "86400000"
        }
      }
      dead-letters = {
        partitions = 1
        configs = {
          "cleanup.policy"    = "delete"
          "max.message.bytes" = "1048576"
        }
      }
    }
    deletion       = "empty"
    retired_topics = ["old-prices"]
  }

  assert {
    condition     = aws_lambda_invocation.this.function_name == "market-data-dev-create-topics"
    error_message = "aws_lambda_invocation.this is not what these inputs ask for."
  }

  assert {
    condition     = aws_lambda_invocation.confirmed.function_name == "market-data-dev-create-topics"
    error_message = "aws_lambda_invocation.confirmed is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    function_name = "Not allowed!"
    cluster_arn   = "unheard-of"
    topics = {
      "Not allowed!" = {
        partitions = 6
        configs = {
          "retention.ms" = "86400000"
        }
      }
    }
    deletion       = "unheard-of"
    retired_topics = ["Not allowed!"]
  }

  expect_failures = [
    var.function_name,
    var.cluster_arn,
    var.topics,
    var.deletion,
    var.retired_topics,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    topics = {
      prices = {
        partitions = 2401
        configs = {
          "retention.ms" = "86400000"
        }
      }
    }
  }

  expect_failures = [
    var.topics,
  ]
}

run "refuses_wrong_values_3" {
  command = plan

  variables {
    topics = {
      prices = {
        partitions = 6
        configs = {
          unheard-of = "86400000"
        }
      }
    }
  }

  expect_failures = [
    var.topics,
  ]
}

run "refuses_a_topic_to_delete_where_nothing_may_be_deleted" {
  command = plan

  variables {
    topics = {
      prices = {
        partitions = 1
      }
    }
    retired_topics = ["old-prices"]
  }

  expect_failures = [aws_lambda_invocation.this]
}

run "refuses_a_topic_to_keep_and_to_delete" {
  command = plan

  variables {
    topics = {
      prices = {
        partitions = 1
      }
    }
    deletion       = "empty"
    retired_topics = ["prices"]
  }

  expect_failures = [aws_lambda_invocation.this]
}

run "refuses_two_topics_that_are_one_in_kafka_s_metrics" {
  command = plan

  variables {
    topics = {
      "stock.prices" = {
        partitions = 1
      }
      stock_prices = {
        partitions = 1
      }
    }
  }

  expect_failures = [aws_lambda_invocation.this]
}
