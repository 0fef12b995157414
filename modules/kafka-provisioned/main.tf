# Generated from index.ts by `npm run modules`: change that file instead.

locals {
  settings = merge({
    "auto.create.topics.enable"      = "false"
    "default.replication.factor"     = min(3, var.broker_count)
    "min.insync.replicas"            = min(2, var.broker_count - 1)
    "transactional.id.expiration.ms" = "604800000"
    "unclean.leader.election.enable" = "false"
  }, var.configuration)
}

resource "aws_msk_configuration" "configuration" {
  name              = var.name
  server_properties = join("\n", formatlist("%s=%s", keys(local.settings), values(local.settings)))
}

resource "aws_msk_cluster" "this" {
  cluster_name           = var.name
  enhanced_monitoring    = "PER_TOPIC_PER_BROKER"
  kafka_version          = var.kafka_version
  number_of_broker_nodes = var.broker_count
  tags                   = var.tags

  broker_node_group_info {
    client_subnets  = var.subnet_ids
    instance_type   = var.instance_type
    security_groups = var.security_group_ids

    connectivity_info {
      public_access {
        type = "DISABLED"
      }

      dynamic "vpc_connectivity" {
        for_each = var.private_connectivity ? [1] : []

        content {
          client_authentication {
            sasl {
              iam = true
            }
          }
        }
      }
    }

    storage_info {
      ebs_storage_info {
        volume_size = var.volume_gib
      }
    }
  }

  client_authentication {
    unauthenticated = false

    sasl {
      iam = true
    }
  }

  configuration_info {
    arn      = aws_msk_configuration.configuration.arn
    revision = aws_msk_configuration.configuration.latest_revision
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = var.kms_key_arn

    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = var.log_group_name
      }
    }
  }

  lifecycle {
    precondition {
      condition     = (var.broker_count % length(var.subnet_ids)) == 0
      error_message = "broker_count must be a multiple of the number of subnet_ids."
    }

    precondition {
      condition     = endswith(var.kafka_version, ".kraft") || var.broker_count <= 30
      error_message = "broker_count must be at most 30 where kafka_version is one without .kraft."
    }
  }
}

data "aws_msk_bootstrap_brokers" "brokers" {
  cluster_arn = aws_msk_cluster.this.arn
}
