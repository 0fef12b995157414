# Generated from index.ts by `npm run modules`: change that file instead.

output "mapping_uuid" {
  description = "UUID of the event source mapping."
  value       = aws_lambda_event_source_mapping.this.uuid
}
