output "schedule_arns" {
  description = "ARNs of the schedules, by name."
  value       = { for name, schedule in module.schedule : name => schedule.schedule_arn }
}

output "missed_queue_url" {
  description = "URL of the queue with invocations that could not be made."
  value       = aws_sqs_queue.missed.url
}
