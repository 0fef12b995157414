output "stream_name" {
  description = "Name of the stream."
  value       = module.firehose.stream_name
}

output "bucket_name" {
  description = "Name of the lake's bucket."
  value       = module.lake.bucket_name
}
