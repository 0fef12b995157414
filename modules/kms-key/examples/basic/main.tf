# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "kms_key" {
  source = "../.."

  name        = "market-data-dev-lake"
  description = "Encrypts the lake."
}
