# Generated from index.ts by `npm run modules`: change that file instead.

output "topic_arn" {
  description = "ARN of the topic."
  value       = aws_sns_topic.this.arn
}
