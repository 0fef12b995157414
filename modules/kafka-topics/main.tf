# Generated from index.ts by `npm run modules`: change that file instead.

# Creates, updates and deletes the topics; it receives the previous input and the kind of change. Terraform keeps the
# new input even when an update failed (https://github.com/hashicorp/terraform-provider-aws/issues/43447), so that this
# resource alone would not show that.
resource "aws_lambda_invocation" "this" {
  function_name   = var.function_name
  input           = jsonencode({ topics = var.topics, deletion = var.deletion, retired_topics = var.retired_topics })
  lifecycle_scope = "CRUD"
  triggers = {
    cluster = var.cluster_arn
  }

  lifecycle {
    precondition {
      condition     = !(length(var.retired_topics) > 0) || !(var.deletion == "never")
      error_message = "retired_topics must be empty where deletion is never: set deletion to empty to delete topics without records."
    }

    precondition {
      condition     = length(distinct(split(",", replace(join(",", concat(keys(var.topics), var.retired_topics)), ".", "_")))) == length(split(",", replace(join(",", concat(keys(var.topics), var.retired_topics)), ".", "_")))
      error_message = "topics and retired_topics must differ, also once a dot is an underscore, as in Kafka's metrics: Kafka refuses such names."
    }
  }
}

# Asks for the same again, which changes nothing when it is done. After a change that failed it is still to be made:
# the next plan shows it, and applying it finishes the work. Replacing it sends nothing to the function but that.
resource "aws_lambda_invocation" "confirmed" {
  function_name = var.function_name
  input = jsonencode({
    topics          = var.topics
    deletion        = var.deletion
    retired_topics  = var.retired_topics
    previous_topics = try(jsondecode(aws_lambda_invocation.this.result).topics, {})
  })
  triggers = {
    cluster = var.cluster_arn
    topics  = jsonencode(keys(var.topics))
  }

  lifecycle {
    postcondition {
      condition     = can(keys(jsondecode(self.result))) ? alltrue([for name, topic in jsondecode(self.input).topics : try(jsondecode(self.result).topics[name].partitions, 0) == topic.partitions]) : true
      error_message = "The function did not answer that the topics are as asked for: function_name must be that of create-topics, of this version."
    }
  }
}
