# Generated from index.ts by `npm run modules`: change that file instead.

output "schedule_arn" {
  description = "ARN of the schedule."
  value       = aws_scheduler_schedule.this.arn
}
