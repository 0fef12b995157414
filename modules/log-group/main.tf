# Generated from index.ts by `npm run modules`: change that file instead.

resource "aws_cloudwatch_log_group" "this" {
  name              = var.name
  kms_key_id        = var.kms_key_arn
  retention_in_days = var.retention_days
  tags              = var.tags
}
