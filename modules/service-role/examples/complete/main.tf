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

module "service_role" {
  source = "../.."

  name        = "market-data-dev-schedule"
  description = "Invokes the producer."
  service     = "scheduler.amazonaws.com"
  source_arns = ["arn:aws:scheduler:eu-west-1:123456789012:schedule-group/default"]
  policy_arns = {
    kafka = "arn:aws:iam::123456789012:policy/kafka"
  }
  policies = {
    invoke = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
  }
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  tags = {
    Team = "data"
  }
}
