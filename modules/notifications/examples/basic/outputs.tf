output "topic_arn" {
  description = "ARN of the topic, for alarms and subscriptions."
  value       = module.notifications.topic_arn
}
