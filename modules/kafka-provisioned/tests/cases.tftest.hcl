# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_resource "aws_msk_cluster" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_msk_cluster/up"
    }
  }

  mock_resource "aws_msk_configuration" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_msk_configuration/up"
    }
  }
}

variables {
  name               = "market-data-dev"
  subnet_ids         = ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff", "subnet-0999888877776666a"]
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
  kms_key_arn        = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_group_name     = "/msk/market-data-dev"
}

run "plans_minimal" {
  command = plan

  assert {
    condition     = aws_msk_configuration.configuration.name == "market-data-dev"
    error_message = "aws_msk_configuration.configuration is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_msk_cluster.this.cluster_name == "market-data-dev",
      aws_msk_cluster.this.kafka_version == "3.9.x.kraft",
      aws_msk_cluster.this.number_of_broker_nodes == 3,
      one(aws_msk_cluster.this.broker_node_group_info).instance_type == "kafka.m7g.large",
      length(one(one(aws_msk_cluster.this.broker_node_group_info).connectivity_info).vpc_connectivity) == 1,
      one(one(one(aws_msk_cluster.this.broker_node_group_info).storage_info).ebs_storage_info).volume_size == 100,
      one(aws_msk_cluster.this.encryption_info).encryption_at_rest_kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(one(one(aws_msk_cluster.this.logging_info).broker_logs).cloudwatch_logs).log_group == "/msk/market-data-dev",
    ])
    error_message = "aws_msk_cluster.this is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    kafka_version        = "3.9.x"
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

  assert {
    condition     = aws_msk_configuration.configuration.name == "market-data-dev"
    error_message = "aws_msk_configuration.configuration is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_msk_cluster.this.cluster_name == "market-data-dev",
      aws_msk_cluster.this.kafka_version == "3.9.x",
      aws_msk_cluster.this.number_of_broker_nodes == 6,
      one(aws_msk_cluster.this.broker_node_group_info).instance_type == "kafka.m5.large",
      length(one(one(aws_msk_cluster.this.broker_node_group_info).connectivity_info).vpc_connectivity) == 0,
      one(one(one(aws_msk_cluster.this.broker_node_group_info).storage_info).ebs_storage_info).volume_size == 500,
      one(aws_msk_cluster.this.encryption_info).encryption_at_rest_kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(one(one(aws_msk_cluster.this.logging_info).broker_logs).cloudwatch_logs).log_group == "/msk/market-data-dev",
    ])
    error_message = "aws_msk_cluster.this is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name               = "Not allowed!"
    kafka_version      = "unheard-of"
    broker_count       = 61
    instance_type      = "unheard-of"
    volume_gib         = 16385
    subnet_ids         = []
    security_group_ids = []
    kms_key_arn        = "unheard-of"
    log_group_name     = "Not allowed!"
    configuration = {
      unheard-of = "72"
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
    var.log_group_name,
    var.configuration,
  ]
}

run "refuses_brokers_that_do_not_come_out_even" {
  command = plan

  variables {
    broker_count = 4
  }

  expect_failures = [aws_msk_cluster.this]
}

run "refuses_more_brokers_than_zoo_keeper_holds" {
  command = plan

  variables {
    kafka_version = "3.9.x"
    broker_count  = 33
  }

  expect_failures = [aws_msk_cluster.this]
}
