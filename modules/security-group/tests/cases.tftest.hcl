# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {}

variables {
  name        = "market-data-dev-kafka"
  description = "Kafka brokers"
  vpc_id      = "vpc-0aaa1111bbb2222cc"
}

run "plans_minimal" {
  command = plan
}

run "plans_full" {
  command = plan

  variables {
    ingress = {
      job = {
        port                     = 9098
        source_security_group_id = "sg-0aaa1111bbb2222cc"
      }
      private-link = {
        port                     = 14001
        to_port                  = 14100
        source_security_group_id = "sg-0ddd3333eee4444ff"
      }
    }
    egress = {
      kafka = {
        port              = 9098
        security_group_id = "sg-0aaa1111bbb2222cc"
      }
      s3 = {
        port           = 443
        prefix_list_id = "pl-0aaa1111"
      }
      office = {
        port    = 443
        to_port = 444
        cidr    = "192.0.2.0/24"
      }
    }
    self_ports = [9098, 9092]
    tags = {
      Team = "data"
    }
  }
}

run "plans_only_to_groups" {
  command = plan

  variables {
    egress = {
      kafka = {
        port              = 9098
        security_group_id = "sg-0aaa1111bbb2222cc"
      }
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name        = ""
    description = ""
    self_ports  = [65536]
  }

  expect_failures = [
    var.name,
    var.description,
    var.self_ports,
  ]
}
