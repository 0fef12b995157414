# Generated from index.ts by `npm run modules`: change that file instead.

output "policy_arn" {
  description = "ARN of the policy."
  value       = aws_iam_policy.this.arn
}

output "policy_json" {
  description = "The policy document."
  value       = data.aws_iam_policy_document.permissions.json
}
