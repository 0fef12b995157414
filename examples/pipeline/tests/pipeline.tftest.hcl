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

run "makes_a_pipeline_on_msk_serverless" {
  command = apply

  assert {
    condition     = length(module.kafka_serverless) == 1 && length(module.kafka_provisioned) == 0
    error_message = "without brokers the cluster is MSK Serverless"
  }

  assert {
    condition     = output.kafka.topics == { input = "stock-prices", output = "stock-aggregates", dlq = "stock-prices-dlq" }
    error_message = "the topics are those of the defaults"
  }

  assert {
    condition     = endswith(aws_s3_object.job.key, "/${substr(filesha256(var.job_jar), 0, 32)}.jar")
    error_message = "the jar's key holds the hash of its content, so that another jar is deployed"
  }

  assert {
    condition     = output.lake.folder == "aggregates/" && output.lake.database == "market_data_test_lake"
    error_message = "the lake is named after the pipeline"
  }

  assert {
    condition     = sort(keys(module.alarms.alarm_arns)) == sort(concat(keys(local.alarms), keys(local.math_alarms))) && length(module.alarms.alarm_arns) == 16
    error_message = "there is an alarm for everything that an on-call is notified of"
  }

  assert {
    condition     = sort(keys(module.key)) == tolist(["alarms", "functions", "lake", "logs"])
    error_message = "there is a key for each kind of data, and none for the storage of brokers that do not exist"
  }
}

run "makes_brokers_where_a_team_wants_them" {
  command = apply

  variables {
    az_count = 3
    brokers  = { count = 3 }
  }

  assert {
    condition     = length(module.kafka_serverless) == 0 && length(module.kafka_provisioned) == 1
    error_message = "with brokers the cluster is provisioned"
  }

  assert {
    condition     = local.math_alarms["no-prices"].expression == "(FILL(prices1, 0) + FILL(prices2, 0) + FILL(prices3, 0))"
    error_message = "what brokers report one by one is added up"
  }

  assert {
    condition     = [for metric in local.math_alarms["no-prices"].metrics : metric.dimensions["Broker ID"]] == ["1", "2", "3"]
    error_message = "each broker's part of a topic is asked for"
  }

  assert {
    condition     = length(setsubtract(["offline-partitions", "under-min-isr"], keys(module.alarms.alarm_arns))) == 0 && contains(keys(module.key), "kafka")
    error_message = "brokers have alarms and a key of their own"
  }

  assert {
    condition     = one(aws_vpc_security_group_ingress_rule.private_connectivity[*].from_port) == 14001
    error_message = "Firehose can reach the brokers' private connectivity"
  }
}

run "asks_the_consumer_on_schedule_where_a_team_wants_it" {
  command = plan

  variables {
    consumer_schedule = "rate(1 hour)"
  }

  assert {
    condition     = length(module.consumer_schedule) == 1 && contains(keys(aws_sqs_queue.missed), "consumer")
    error_message = "the consumer has a schedule, and a queue for the invocations that are missed"
  }
}

run "uses_a_network_and_keys_that_are_there" {
  command = plan

  variables {
    existing_network = {
      vpc_id                     = "vpc-0123456789abcdef0"
      vpc_cidr                   = "10.9.0.0/16"
      private_subnet_ids         = ["subnet-11111111", "subnet-22222222"]
      endpoint_security_group_id = "sg-0123456789abcdef0"
      s3_prefix_list_id          = "pl-63a5400a"
    }
    existing_keys = {
      logs = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      lake = "arn:aws:kms:us-east-1:123456789012:key/66666666-7777-8888-9999-000000000000"
    }
  }

  assert {
    condition     = length(module.network) == 0 && output.vpc_id == "vpc-0123456789abcdef0"
    error_message = "no VPC is made"
  }

  assert {
    condition     = sort(keys(module.key)) == tolist(["alarms", "functions"])
    error_message = "only the keys that were not given are made"
  }

  assert {
    condition     = aws_s3_object.job.kms_key_id == var.existing_keys["lake"]
    error_message = "the given key encrypts the jar"
  }
}

run "uses_a_network_with_a_nat_gateway" {
  command = plan

  variables {
    nat = true
    existing_network = {
      vpc_id             = "vpc-0123456789abcdef0"
      vpc_cidr           = "10.9.0.0/16"
      private_subnet_ids = ["subnet-11111111", "subnet-22222222"]
    }
  }

  assert {
    condition     = local.https_to_aws["https"].cidr == "0.0.0.0/0"
    error_message = "clients go out through the NAT gateway"
  }
}
