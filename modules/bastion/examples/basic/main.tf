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

module "bastion" {
  source = "../.."

  name               = "market-data-dev-bastion"
  subnet_id          = "subnet-0aaa1111bbb2222cc"
  security_group_ids = ["sg-0aaa1111bbb2222cc"]
  kms_key_arn        = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}
