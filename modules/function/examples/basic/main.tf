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

# package.zip is yours to bring: put it beside this file.
module "function" {
  source = "../.."

  name                    = "market-data-dev-producer"
  description             = "Writes prices."
  package_file            = "${path.root}/package.zip"
  environment_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_retention_days      = 30
  log_kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000"
}
