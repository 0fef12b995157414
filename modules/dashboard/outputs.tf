# Generated from index.ts by `npm run modules`: change that file instead.

output "dashboard_arn" {
  description = "ARN of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_arn
}
