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

module "security_group" {
  source = "../.."

  name        = "market-data-dev-kafka"
  description = "Kafka brokers"
  vpc_id      = "vpc-0aaa1111bbb2222cc"
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
