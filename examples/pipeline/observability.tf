module "notifications" {
  source = "../../modules/notifications"

  name          = "${var.name}-alarms"
  kms_key_arn   = local.key_arns["alarms"]
  subscriptions = var.alarm_emails
}

module "alarms" {
  source = "../../modules/alarms"

  name        = var.name
  topic_arn   = module.notifications.topic_arn
  alarms      = { for name, alarm in local.alarms : name => merge(alarm, { runbook_url = "${var.runbooks}#${name}" }) }
  math_alarms = { for name, alarm in local.math_alarms : name => merge(alarm, { runbook_url = "${var.runbooks}#${name}" }) }

  composite_name        = "pipeline-unhealthy"
  composite_description = "The pipeline is unhealthy. Check which other alarms are firing."
  composite_runbook_url = "${var.runbooks}#pipeline-unhealthy"
  composite_members     = local.pipeline_down
}
