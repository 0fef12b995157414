output "role_arn" {
  description = "ARN of the role."
  value       = module.service_role.role_arn
}

output "state_machine_arn" {
  description = "ARN of the state machine, for `aws stepfunctions start-execution`."
  value       = aws_sfn_state_machine.orders.arn
}
