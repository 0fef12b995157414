# A key for data at rest, which the account's IAM policies give access to.

provider "aws" {
  region = var.region
}

module "kms_key" {
  source = "../.."

  name        = var.name
  description = "Data at rest"
}
