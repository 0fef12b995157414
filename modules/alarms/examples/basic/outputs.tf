output "topic_arn" {
  description = "ARN of the topic that the alarms are sent to, for subscriptions."
  value       = module.notifications.topic_arn
}
