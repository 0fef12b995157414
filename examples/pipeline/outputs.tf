output "vpc_id" {
  description = "ID of the VPC."
  value       = local.network.vpc_id
}

output "kafka" {
  description = "The cluster: its ARN, its brokers for clients with IAM, and its topics. A client's security group must be let in by `security_group_id`."
  value = {
    cluster_arn       = local.cluster.arn
    bootstrap_brokers = local.cluster.bootstrap_brokers
    topics            = local.topics
    security_group_id = module.kafka_group.security_group_id
  }
}

output "job_name" {
  description = "Name of the Flink application."
  value       = module.job.application_name
}

output "functions" {
  description = "Names of the functions, by what they do; `consumer` answers what is in a topic."
  value = {
    producer            = module.producer.function_name
    consumer            = module.consumer.function_name
    create-topics       = module.create_topics.function_name
    feature-store       = module.feature_store.function_name
    check-feature-store = module.check_feature_store.function_name
  }
}

output "lake" {
  description = "The lake: its bucket, its table, the Athena workgroup, and the policy for those who query it."
  value = {
    bucket           = module.lake.bucket_name
    folder           = local.folder
    database         = module.lake.database_name
    table            = module.lake.table_name
    workgroup        = module.lake.workgroup_name
    query_policy_arn = module.lake.query_policy_arn
  }
}

output "delivery_stream_name" {
  description = "Name of the Firehose stream."
  value       = module.delivery.stream_name
}

output "feature_group" {
  description = "The feature group, and the policy for those who read it."
  value = {
    name              = module.feature_group.feature_group_name
    reader_policy_arn = module.feature_group.reader_policy_arn
  }
}

output "failures_bucket" {
  description = "Bucket with the batches that feature-store gave up."
  value       = module.failures.bucket_name
}

output "alarm_topic_arn" {
  description = "ARN of the topic that alarms are sent to, for further subscriptions."
  value       = module.notifications.topic_arn
}

output "pipeline_alarm_arn" {
  description = "ARN of the alarm that is in ALARM while the pipeline is unhealthy."
  value       = module.alarms.composite_arn
}
