# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "state_bucket" {
  source = "../.."

  bucket_name     = "acme-market-data-prod-state"
  noncurrent_days = 90
  force_destroy   = true
  tags = {
    Team = "data"
  }
}
