# Generated from ../../cases.ts by `npm run modules`: change that file instead.

provider "aws" {
  region = "eu-west-1"
}

module "service_role" {
  source = "../.."

  name        = "market-data-dev-schedule"
  description = "Invokes the producer."
  service     = "scheduler.amazonaws.com"
  source_arns = ["arn:aws:scheduler:eu-west-1:123456789012:schedule-group/default"]
  policy_arns = {
    kafka = "arn:aws:iam::123456789012:policy/kafka"
  }
  policies = {
    invoke = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
  }
  tags = {
    Team = "data"
  }
}
