# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "state_bucket" {
  source = "../.."

  bucket_name = "acme-market-data-dev-state"
}
