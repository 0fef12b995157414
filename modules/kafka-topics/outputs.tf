# Generated from index.ts by `npm run modules`: change that file instead.

output "topic_names" {
  description = "Names of the topics, once they exist."
  value       = keys(jsondecode(aws_lambda_invocation.this.input).topics)
}
