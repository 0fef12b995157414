output "dashboard_url" {
  description = "Where the dashboard is in the console."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${var.name}"
}

output "dashboard_arn" {
  description = "ARN of the dashboard."
  value       = module.dashboard.dashboard_arn
}
