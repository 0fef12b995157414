# Generated from index.ts by `npm run modules`: change that file instead.

output "stream_arn" {
  description = "ARN of the stream."
  value       = aws_kinesis_firehose_delivery_stream.this.arn
}

output "stream_name" {
  description = "Name of the stream."
  value       = aws_kinesis_firehose_delivery_stream.this.name
}

output "log_group_name" {
  description = "Name of the log group with delivery errors."
  value       = aws_cloudwatch_log_group.logs.name
}
