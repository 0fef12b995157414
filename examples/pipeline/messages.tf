# How many records each topic takes. MSK Serverless reports a topic as one metric, brokers report their own parts of it, which an alarm must add up
# (https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html).
locals {
  parts = var.brokers == null ? [{}] : [for number in range(var.brokers.count) : { "Broker ID" = tostring(number + 1) }]

  messages = {
    for id, topic in { prices = local.topics.input, aggregates = local.topics.output, dead = local.topics.dlq } : id => {
      # A single part is not filled: one that comes late would be 0 at first.
      sum = length(local.parts) == 1 ? "${id}1" : "(${join(" + ", [for index, part in local.parts : "FILL(${id}${index + 1}, 0)"])})"
      metrics = [
        for index, part in local.parts : {
          id         = "${id}${index + 1}"
          namespace  = "AWS/Kafka"
          metric     = "MessagesInPerSec"
          dimensions = merge(local.cluster_dimension, { Topic = topic }, part)
          statistic  = "Sum"
        }
      ]
    }
  }
}
