# Two alarms on the account's functions, one that is in ALARM while either is, and the topic they are sent to.

provider "aws" {
  region = var.region
}

module "key" {
  source = "../../../kms-key"

  name               = "${var.name}-alarms"
  description        = "Alarms of ${var.name}"
  service_principals = { CloudWatchAlarms = { service = "cloudwatch.amazonaws.com" } }
}

module "notifications" {
  source = "../../../notifications"

  name        = "${var.name}-alarms"
  kms_key_arn = module.key.key_arn
}

module "alarms" {
  source = "../.."

  name      = var.name
  topic_arn = module.notifications.topic_arn

  alarms = {
    failing = {
      description        = "Functions fail."
      runbook_url        = "${var.runbooks}#failing"
      namespace          = "AWS/Lambda"
      metric_name        = "Errors"
      statistic          = "Sum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
    throttled = {
      description        = "Functions are throttled."
      runbook_url        = "${var.runbooks}#throttled"
      namespace          = "AWS/Lambda"
      metric_name        = "Throttles"
      statistic          = "Sum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
  }

  composite_name        = "unhealthy"
  composite_description = "Functions fail. Check which other alarms are firing."
  composite_runbook_url = "${var.runbooks}#unhealthy"
  composite_members     = ["failing", "throttled"]
}
