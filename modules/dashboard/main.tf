# Generated from index.ts by `npm run modules`: change that file instead.

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_body = var.body
  dashboard_name = var.name
}
