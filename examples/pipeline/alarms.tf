# What an on-call is notified of. Each has a section of its name in the runbooks.
locals {
  cluster_dimension = { "Cluster Name" = local.cluster.name }
  job_dimension     = { Application = module.job.application_name }
  stream_dimension  = { DeliveryStreamName = module.delivery.stream_name }
  check_dimension   = { service = "check-feature-store" }
  mapping_dimension = { EventSourceMappingUUID = module.feature_source.mapping_uuid }

  alarms = merge({
    producer-missed = {
      description        = "EventBridge Scheduler could not invoke the producer."
      namespace          = "AWS/SQS"
      metric_name        = "ApproximateNumberOfMessagesVisible"
      dimensions         = { QueueName = aws_sqs_queue.missed["producer"].name }
      statistic          = "Maximum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
    job-down = {
      description        = "The Flink job is not running: no aggregates, and prices pile up in Kafka."
      namespace          = "AWS/KinesisAnalytics"
      metric_name        = "downtime"
      dimensions         = local.job_dimension
      statistic          = "Maximum"
      period             = 60
      threshold          = 0
      evaluation_periods = 3
      treat_missing_data = "breaching"
    }
    job-lag = {
      description        = "The Flink job falls behind the prices."
      namespace          = "AWS/Kafka"
      metric_name        = "SumOffsetLag"
      dimensions         = merge(local.cluster_dimension, { Topic = local.topics.input, "Consumer Group" = local.job_name })
      statistic          = "Maximum"
      threshold          = var.consumer_lag_records
      evaluation_periods = 3
      treat_missing_data = "notBreaching"
    }
    lake-stale = {
      description        = "Aggregates wait too long in Firehose: the lake is behind."
      namespace          = "AWS/Firehose"
      metric_name        = "DeliveryToS3.DataFreshness"
      dimensions         = local.stream_dimension
      statistic          = "Maximum"
      threshold          = max(var.buffer_seconds, 60) * 5
      evaluation_periods = 2
      treat_missing_data = "notBreaching"
    }
    lake-silent = {
      description        = "Nothing reaches the lake: Firehose does not read the aggregates, or cannot write them."
      namespace          = "AWS/Firehose"
      metric_name        = "DeliveryToS3.Records"
      dimensions         = local.stream_dimension
      statistic          = "Sum"
      comparison         = "LessThanOrEqualToThreshold"
      threshold          = 0
      evaluation_periods = ceil(var.buffer_seconds / 300) + 2
      treat_missing_data = "breaching"
    }
    lake-conversion = {
      description        = "Firehose cannot convert records to Parquet; they are below errors/ in the lake."
      namespace          = "AWS/Firehose"
      metric_name        = "FailedConversion.Records"
      dimensions         = local.stream_dimension
      statistic          = "Sum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
    feature-store-errors = {
      description        = "feature-store fails as a whole; its batches are tried again and then kept in the failures bucket."
      namespace          = "AWS/Lambda"
      metric_name        = "Errors"
      dimensions         = { FunctionName = module.feature_store.function_name }
      statistic          = "Sum"
      threshold          = 0
      evaluation_periods = 2
      treat_missing_data = "notBreaching"
    }
    batches-given-up = {
      description        = "Lambda gave up aggregates and put them into the failures bucket: their features are missing."
      namespace          = "AWS/Lambda"
      metric_name        = "OnFailureDestinationDeliveredEventCount"
      dimensions         = local.mapping_dimension
      statistic          = "Sum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
    aggregates-dropped = {
      description        = "Lambda gave up aggregates and could not put them into the failures bucket either: their features are lost."
      namespace          = "AWS/Lambda"
      metric_name        = "DroppedEventCount"
      dimensions         = local.mapping_dimension
      statistic          = "Sum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
    features-deferred = {
      description        = "feature-store leaves records to a retry: throttled or out of time. Those that no retry stores are kept in the failures bucket."
      namespace          = var.name
      metric_name        = "FeaturesDeferred"
      dimensions         = { service = "feature-store" }
      statistic          = "Sum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
    features-stale = {
      description        = "The features of a ticker are older than they may be."
      namespace          = var.name
      metric_name        = "FeatureAge"
      dimensions         = local.check_dimension
      statistic          = "Maximum"
      threshold          = var.feature_age_seconds
      evaluation_periods = 3
      treat_missing_data = "breaching"
    }
    check-errors = {
      description        = "check-feature-store fails: nobody watches the features."
      namespace          = "AWS/Lambda"
      metric_name        = "Errors"
      dimensions         = { FunctionName = module.check_feature_store.function_name }
      statistic          = "Sum"
      threshold          = 0
      evaluation_periods = 2
      treat_missing_data = "notBreaching"
    }
    }, var.brokers == null ? {} : {
    offline-partitions = {
      description        = "Partitions have no leader: what is in them can be neither written nor read."
      namespace          = "AWS/Kafka"
      metric_name        = "OfflinePartitionsCount"
      dimensions         = local.cluster_dimension
      statistic          = "Maximum"
      threshold          = 0
      treat_missing_data = "notBreaching"
    }
  })

  math_alarms = merge({
    no-prices = {
      description        = "No prices come in: the producer or the cluster is down."
      expression         = local.messages["prices"].sum
      metrics            = local.messages["prices"].metrics
      comparison         = "LessThanOrEqualToThreshold"
      threshold          = 0
      evaluation_periods = 2
      treat_missing_data = "breaching"
    }
    job-silent = {
      description        = "The Flink job writes no aggregates, although prices come every minute."
      expression         = local.messages["aggregates"].sum
      metrics            = local.messages["aggregates"].metrics
      comparison         = "LessThanOrEqualToThreshold"
      threshold          = 0
      evaluation_periods = 3
      treat_missing_data = "breaching"
    }
    checkpoint-failing = {
      description        = "A checkpoint failed. While checkpoints fail nothing is committed to Kafka, and a restart repeats work."
      expression         = "RATE(failed)"
      threshold          = 0
      treat_missing_data = "notBreaching"
      metrics = [{
        id         = "failed"
        namespace  = "AWS/KinesisAnalytics"
        metric     = "numberOfFailedCheckpoints"
        dimensions = local.job_dimension
        statistic  = "Maximum"
      }]
    }
    dead-letters = {
      description        = "More than one record in a hundred goes to the dead-letter topic."
      expression         = "IF(${local.messages["prices"].sum} > 0, 100 * ${local.messages["dead"].sum} / ${local.messages["prices"].sum}, 0)"
      metrics            = concat(local.messages["dead"].metrics, local.messages["prices"].metrics)
      threshold          = 1
      evaluation_periods = 2
      treat_missing_data = "notBreaching"
    }
    }, var.brokers == null ? {} : {
    under-min-isr = {
      description        = "Partitions have too few replicas in sync: writes to them fail."
      expression         = "(${join(" + ", [for number in range(var.brokers.count) : "FILL(partitions${number + 1}, 0)"])})"
      threshold          = 0
      evaluation_periods = 2
      treat_missing_data = "notBreaching"
      metrics = [for number in range(var.brokers.count) : {
        id         = "partitions${number + 1}"
        namespace  = "AWS/Kafka"
        metric     = "UnderMinIsrPartitionCount"
        dimensions = merge(local.cluster_dimension, { "Broker ID" = tostring(number + 1) })
        statistic  = "Maximum"
      }]
    }
  })

  # While one of these is in ALARM, users get nothing, or nothing new.
  pipeline_down = concat(
    ["no-prices", "job-down", "job-silent", "lake-stale", "lake-silent", "features-stale"],
    var.brokers == null ? [] : ["offline-partitions", "under-min-isr"],
  )
}
