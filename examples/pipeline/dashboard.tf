locals {
  # Each topic's sum, and its parts unseen.
  message_lines = {
    for id, messages in local.messages : id => concat(
      [[{ id = id, label = id, expression = messages.sum }]],
      [for part in messages.metrics : concat(
        [part.namespace, part.metric],
        flatten([for name, value in part.dimensions : [name, value]]),
        [{ id = part.id, visible = false }],
      )],
    )
  }

  job_lag = ["AWS/Kafka", "SumOffsetLag", "Cluster Name", local.cluster.name, "Consumer Group", local.job_name, "Topic", local.topics.input]

  alarm_states = {
    type       = "alarm"
    x          = 0
    y          = 0
    width      = 24
    height     = 6
    properties = { title = "Alarms", alarms = concat([module.alarms.composite_arn], values(module.alarms.alarm_arns)) }
  }

  graphs = [
    { title = "Records a second", stat = "Sum", metrics = concat(local.message_lines["prices"], local.message_lines["aggregates"]) },
    { title = "Records behind", stat = "Maximum", metrics = [local.job_lag] },
    {
      title   = "Job down (ms)"
      stat    = "Maximum"
      metrics = [["AWS/KinesisAnalytics", "downtime", "Application", module.job.application_name]]
    },
    {
      title   = "Checkpoint duration (ms)"
      stat    = "Maximum"
      metrics = [["AWS/KinesisAnalytics", "lastCheckpointDuration", "Application", module.job.application_name]]
    },
    {
      title   = "Age of what reaches the lake (s)"
      stat    = "Maximum"
      metrics = [["AWS/Firehose", "DeliveryToS3.DataFreshness", "DeliveryStreamName", module.delivery.stream_name]]
    },
    {
      title   = "Age of features (s)"
      stat    = "Maximum"
      metrics = [[var.name, "FeatureAge", "service", "check-feature-store"]]
    },
  ]
}

module "dashboard" {
  source = "../../modules/dashboard"

  name = "${var.name}-pipeline"
  body = jsonencode({
    start          = "-PT8H"
    periodOverride = "inherit"
    widgets = concat([local.alarm_states], [for index, graph in local.graphs : {
      type   = "metric"
      x      = index % 3 * 8
      y      = local.alarm_states.height + floor(index / 3) * 6
      width  = 8
      height = 6
      properties = {
        title   = graph.title
        region  = var.region
        view    = "timeSeries"
        period  = 60
        stat    = graph.stat
        metrics = graph.metrics
      }
    }])
  })
}
