# A bucket for Terraform's states. Its own state is local until the bucket is there: then add the backend and run
# `terraform init -migrate-state`.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

module "state_bucket" {
  source = "../.."

  bucket_name = "${var.name}-${data.aws_caller_identity.current.account_id}"
}
