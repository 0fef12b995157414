output "stream_name" {
  description = "Name of the stream."
  value       = module.firehose.stream_name
}

output "log_group_name" {
  description = "Name of the log group in which Firehose says what it could not deliver."
  value       = module.firehose.log_group_name
}

output "table" {
  description = "Database and table of the lake, for `FROM`."
  value       = "${module.lake.database_name}.${module.lake.table_name}"
}
