output "schedule_arn" {
  description = "ARN of the schedule."
  value       = module.schedule.schedule_arn
}

output "missed_queue_url" {
  description = "URL of the queue with invocations that could not be made."
  value       = aws_sqs_queue.missed.url
}
