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

module "state_bucket" {
  source = "../.."

  bucket_name = "acme-market-data-dev-state"
}
