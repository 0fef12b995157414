# Generated from index.ts by `npm run modules`: change that file instead.

resource "aws_lambda_invocation" "this" {
  function_name   = var.function_name
  input           = jsonencode({ topics = var.topics })
  lifecycle_scope = "CRUD"
  triggers = {
    cluster = var.cluster_arn
  }
}
