# A role with which EventBridge Scheduler sends to a queue, and the schedule that uses it.

provider "aws" {
  region = var.region
}

resource "aws_sqs_queue" "jobs" {
  name                    = var.name
  sqs_managed_sse_enabled = true
}

data "aws_iam_policy_document" "send" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
}

module "service_role" {
  source = "../.."

  name        = var.name
  description = "Sends jobs to a queue"
  service     = "scheduler.amazonaws.com"
  policies    = { send = data.aws_iam_policy_document.send.json }
}

resource "aws_scheduler_schedule" "nightly" {
  name                = "${var.name}-nightly"
  schedule_expression = "cron(0 3 * * ? *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sqs_queue.jobs.arn
    role_arn = module.service_role.role_arn
    input    = jsonencode({ job = "nightly" })
  }
}
