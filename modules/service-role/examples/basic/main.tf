# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "service_role" {
  source = "../.."

  name        = "market-data-dev-schedule"
  description = "Invokes the producer."
  service     = "scheduler.amazonaws.com"
}
