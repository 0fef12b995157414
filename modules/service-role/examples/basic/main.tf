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
}
