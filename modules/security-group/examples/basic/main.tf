# A group for functions that call AWS and nobody else: HTTPS out, nothing in. It is in the account's default VPC.

provider "aws" {
  region = var.region
}

data "aws_vpc" "default" {
  default = true
}

module "security_group" {
  source = "../.."

  name        = var.name
  description = "Functions that call AWS"
  vpc_id      = data.aws_vpc.default.id

  egress = {
    https = { port = 443, cidr = "0.0.0.0/0" }
  }
}
