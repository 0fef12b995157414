# Generated from index.ts by `npm run modules`: change that file instead.

resource "aws_msk_serverless_cluster" "this" {
  cluster_name = var.name
  tags         = var.tags

  client_authentication {
    sasl {
      iam {
        enabled = true
      }
    }
  }

  vpc_config {
    security_group_ids = var.security_group_ids
    subnet_ids         = var.subnet_ids
  }
}

data "aws_msk_bootstrap_brokers" "brokers" {
  cluster_arn = aws_msk_serverless_cluster.this.arn
}
