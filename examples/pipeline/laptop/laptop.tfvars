# Small, fast, and under names of its own, so that it runs next to the stacks that `npm start` deploys.
name                   = "example"
region                 = "us-east-1"
runbooks               = "https://git.example.com/market-data/docs/ALERT_RUNBOOKS.md" # nobody is called from a laptop
force_destroy          = true
topic_deletion         = "always"
log_retention_days     = 7
checkpoint_interval_ms = 5000
buffer_seconds         = 15

topics = {
  input  = { name = "example-prices", partitions = 2, retention_hours = 24 }
  output = { name = "example-aggregates", partitions = 2, retention_hours = 24 }
  dlq    = { name = "example-prices-dlq", partitions = 1, retention_hours = 168 }
}
