# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "dashboard" {
  source = "../.."

  name = "market-data-dev"
  body = "{\"widgets\":[]}"
}
