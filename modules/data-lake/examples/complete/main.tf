# A lake of aggregates for analysts: what is old expires, a query stops before it becomes expensive, the usual ones are saved, and a role
# of theirs may ask them.

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  table   = "aggregates"
}

module "key" {
  source = "../../../kms-key"

  name        = var.name
  description = "Files and query results of ${var.name}"
}

module "access_logs" {
  source = "../../../bucket"

  bucket_name       = "${var.name}-logs-${local.account}"
  access_log_target = true
  expire_days       = 90
  force_destroy     = var.force_destroy
}

module "data_lake" {
  source = "../.."

  bucket_name     = "${var.name}-${local.account}"
  kms_key_arn     = module.key.key_arn
  log_bucket_name = module.access_logs.bucket_name
  expire_days     = 3 * 365
  noncurrent_days = 7 # Files are written once: a version is there only because somebody deleted one.
  force_destroy   = var.force_destroy

  database          = replace(var.name, "-", "_")
  table             = local.table
  table_description = "One row per ticker and minute of trading."
  prefix            = "${local.table}/"

  # Queries without a day look for each day of these years.
  start_year = 2025
  end_year   = 2030

  columns = [
    { name = "ticker", type = "string", comment = "Exchange symbol, such as AMZN." },
    { name = "window_end", type = "bigint", comment = "End of the minute, in unix seconds." },
    { name = "price_avg", type = "double", comment = "Mean price of its trades." },
    { name = "venues", type = "array<string>", comment = "Where it was traded." },
  ]

  workgroup            = var.name
  results_prefix       = "results/"
  results_expire_days  = 3
  bytes_scanned_cutoff = 100 * pow(1024, 3) # 100 GiB, half a dollar.

  named_queries = {
    newest = <<-SQL
      SELECT ticker, max_by(price_avg, window_end) AS price_avg
      FROM ${local.table}
      WHERE year = year(current_date) AND month = month(current_date)
      GROUP BY ticker
    SQL
  }

  tags = {
    Team = "analytics"
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [local.account] # All that the account's own policies allow.
    }
  }
}

resource "aws_iam_role" "analyst" {
  name               = "${var.name}-analyst"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "query" {
  role       = aws_iam_role.analyst.name
  policy_arn = module.data_lake.query_policy_arn
}
