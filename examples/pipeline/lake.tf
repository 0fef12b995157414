locals {
  table  = "stock_aggregates"
  folder = "aggregates/"

  # An aggregate as the job writes it: names and types are those of its JSON.
  columns = [
    { name = "ticker", type = "string", comment = "Exchange symbol, such as AMZN." },
    { name = "window_start", type = "bigint", comment = "Start of the window, inclusive, in unix seconds." },
    { name = "window_end", type = "bigint", comment = "End of the window, exclusive, in unix seconds." },
    { name = "record_count", type = "bigint", comment = "Trades in the window." },
    { name = "price_sum", type = "double", comment = "Sum of the prices." },
    { name = "price_avg", type = "double", comment = "Mean price: price_sum / record_count." },
    { name = "price_min", type = "double", comment = "Lowest price." },
    { name = "price_max", type = "double", comment = "Highest price." },
    { name = "price_open", type = "double", comment = "Price of the earliest trade by timestamp." },
    { name = "price_close", type = "double", comment = "Price of the latest trade by timestamp." },
    { name = "volume_sum", type = "bigint", comment = "Shares traded in the window." },
  ]
}

module "access_logs" {
  source = "../../modules/bucket"

  bucket_name       = "${var.name}-access-logs-${data.aws_caller_identity.current.account_id}"
  access_log_target = true
  expire_days       = var.log_retention_days
  force_destroy     = var.force_destroy
}

module "lake" {
  source = "../../modules/data-lake"

  bucket_name     = "${var.name}-lake-${data.aws_caller_identity.current.account_id}"
  log_bucket_name = module.access_logs.bucket_name
  kms_key_arn     = local.key_arns["lake"]
  database        = replace("${var.name}-lake", "-", "_")
  table           = local.table
  columns         = local.columns
  prefix          = local.folder
  start_year      = 2024
  expire_days     = var.lake_retention_days
  workgroup       = "${var.name}-analytics"
  force_destroy   = var.force_destroy
  named_queries = {
    for file in fileset("${path.module}/queries", "*.sql") :
    trimsuffix(file, ".sql") => templatefile("${path.module}/queries/${file}", { table = local.table })
  }
}
