# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "kafka_policy" {
  source = "../.."

  cluster_arn = "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-prod/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1"
}
