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
}
