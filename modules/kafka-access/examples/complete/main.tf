# Policies for three clients of one cluster, and a role with one of them.

provider "aws" {
  region = var.region
}

# Reads one topic and writes two others in transactions, so that each record is counted once.
module "processor_access" {
  source = "../.."

  name              = "${var.name}-processor"
  cluster_arn       = module.cluster.cluster_arn
  read_topics       = ["prices"]
  write_topics      = ["aggregates", "prices-dlq"]
  groups            = ["${var.name}-processor"]
  transactional_ids = ["${var.name}-processor-*"] # One for each parallel part of it.

  tags = {
    Team = "market-data"
  }
}

# May do anything with its team's topics, and see no other.
module "team_access" {
  source = "../.."

  name          = "${var.name}-team"
  cluster_arn   = module.cluster.cluster_arn
  admin_topics  = ["research-*"]
  delete_topics = ["research-tmp-*"] # With their records: administering a topic does not include it.
  read_topics   = ["research-*", "aggregates"]
  write_topics  = ["research-*"]
  groups        = ["research-*"]

  tags = {
    Team = "research"
  }
}

module "producer_access" {
  source = "../.."

  name         = "${var.name}-producer"
  cluster_arn  = module.cluster.cluster_arn
  write_topics = ["prices"]

  tags = {
    Team = "market-data"
  }
}

module "producer_role" {
  source = "../../../service-role"

  name        = "${var.name}-producer"
  description = "Tasks of ECS that write prices"
  service     = "ecs-tasks.amazonaws.com"
  policy_arns = { kafka = module.producer_access.policy_arn }
}
