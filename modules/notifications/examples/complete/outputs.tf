output "topic_arn" {
  description = "ARN of the topic."
  value       = module.notifications.topic_arn
}

output "queue_url" {
  description = "URL of the queue that its messages are sent to."
  value       = aws_sqs_queue.messages.url
}
