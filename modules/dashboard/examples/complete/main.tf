# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "dashboard" {
  source = "../.."

  name = "market-data-prod"
  body = "{\"widgets\":[{\"type\":\"text\",\"x\":0,\"y\":0,\"width\":6,\"height\":2,\"properties\":{\"markdown\":\"# Lag\"}}]}"
}
