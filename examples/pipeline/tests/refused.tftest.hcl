mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                = "market-data-test"
  region              = "us-east-1"
  functions_directory = "./tests/artifacts"
  job_jar             = "./tests/artifacts/job.jar"
  runbooks            = "https://git.example.com/market-data/docs/ALERT_RUNBOOKS.md"
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                   = "Market_Data"
    functions_directory    = "./queries"
    job_jar                = "./tests/artifacts/producer.zip"
    cidr                   = "10.0.0.0/28"
    az_count               = 4
    tickers                = ["amzn"]
    records_per_invocation = 0
    buffer_seconds         = 901
    runbooks               = "http://example.com"
    consumer_lag_records   = 0
    feature_age_seconds    = 59
    existing_keys          = { lake = "alias/lake" }
    topics                 = { dlq = { name = "stock-prices", partitions = 1, retention_hours = 24 } }
    existing_network = {
      vpc_id             = "vpc-0123456789abcdef0"
      vpc_cidr           = "10.9.0.0/16"
      private_subnet_ids = ["subnet-11111111", "subnet-22222222"]
    }
  }

  expect_failures = [
    var.name,
    var.functions_directory,
    var.job_jar,
    var.cidr,
    var.az_count,
    var.tickers,
    var.records_per_invocation,
    var.buffer_seconds,
    var.runbooks,
    var.consumer_lag_records,
    var.feature_age_seconds,
    var.existing_keys,
    var.topics,
    var.existing_network,
  ]
}

run "refuses_more_brokers_than_an_alarm_can_add_up" {
  command = plan

  variables {
    brokers = { count = 6 }
  }

  expect_failures = [var.brokers]
}

run "refuses_brokers_that_do_not_fill_the_zones" {
  command = plan

  variables {
    brokers = { count = 3 }
  }

  expect_failures = [var.brokers]
}
