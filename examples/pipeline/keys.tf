locals {
  keys = merge(
    {
      logs      = { description = "Log groups of ${var.name}", cloudwatch_logs = true }
      functions = { description = "Settings of the functions of ${var.name}" }
      lake      = { description = "Data at rest of ${var.name}" }
      alarms = {
        description = "Notifications of ${var.name}"
        service_principals = {
          CloudWatchAlarms = {
            service     = "cloudwatch.amazonaws.com"
            source_arns = ["arn:${data.aws_partition.current.partition}:cloudwatch:${var.region}:${data.aws_caller_identity.current.account_id}:alarm:*"]
          }
        }
      }
    },
    # MSK Serverless encrypts with a key of its own.
    var.brokers == null ? {} : { kafka = { description = "Storage of the brokers of ${var.name}" } },
  )

  key_arns = merge({ for name, key in module.key : name => key.key_arn }, var.existing_keys)
}

module "key" {
  source   = "../../modules/kms-key"
  for_each = { for name, key in local.keys : name => key if !contains(keys(var.existing_keys), name) }

  name               = "${var.name}-${each.key}"
  description        = each.value.description
  cloudwatch_logs    = lookup(each.value, "cloudwatch_logs", false)
  service_principals = lookup(each.value, "service_principals", {})
}
