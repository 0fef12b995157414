# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {}

variables {
  name               = "market-data-dev"
  subnet_ids         = ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff", "subnet-0999888877776666a"]
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
  kms_key_arn        = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_group_name     = "/msk/market-data-dev"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    kafka_version        = "3.7.x"
    broker_count         = 6
    instance_type        = "kafka.m5.large"
    volume_gib           = 500
    private_connectivity = false
    configuration = {
      "log.retention.hours" = "72"
      "min.insync.replicas" = "2"
    }
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name               = ""
    kafka_version      = "unheard-of"
    broker_count       = 61
    instance_type      = "unheard-of"
    volume_gib         = 16385
    subnet_ids         = []
    security_group_ids = []
    kms_key_arn        = "unheard-of"
    configuration = {
      unheard-of = "value"
    }
  }

  expect_failures = [
    var.name,
    var.kafka_version,
    var.broker_count,
    var.instance_type,
    var.volume_gib,
    var.subnet_ids,
    var.security_group_ids,
    var.kms_key_arn,
    var.configuration,
  ]
}
