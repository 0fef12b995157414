output "mapping_uuid" {
  description = "UUID of the mapping, for `aws lambda get-event-source-mapping`."
  value       = module.kafka_event_source.mapping_uuid
}

output "failures_bucket_name" {
  description = "Name of the bucket with the batches that were given up."
  value       = module.failures.bucket_name
}
