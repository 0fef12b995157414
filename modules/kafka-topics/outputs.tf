# Generated from index.ts by `npm run modules`: change that file instead.

output "topic_names" {
  description = "Names of the topics, once they exist."
  value       = jsondecode(aws_lambda_invocation.confirmed.triggers.topics)
}
