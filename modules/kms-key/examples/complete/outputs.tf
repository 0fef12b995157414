output "key_arn" {
  description = "ARN of the key."
  value       = module.kms_key.key_arn
}

output "alias_arn" {
  description = "ARN of the key's alias, which stays the same when the key is replaced."
  value       = module.kms_key.alias_arn
}

output "topic_arn" {
  description = "ARN of the topic that alarms are sent to."
  value       = module.notifications.topic_arn
}

output "incidents_queue_url" {
  description = "URL of the queue with AWS's own incidents."
  value       = aws_sqs_queue.incidents.url
}
