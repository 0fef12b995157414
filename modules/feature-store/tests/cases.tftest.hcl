# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }

  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_data "aws_partition" {
    defaults = {
      partition          = "aws"
      dns_suffix         = "amazonaws.com"
      reverse_dns_prefix = "com.amazonaws"
    }
  }

  mock_data "aws_region" {
    defaults = {
      name   = "us-east-1"
      region = "us-east-1"
    }
  }

  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_policy/up"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_iam_role/up"
    }
  }

  mock_resource "aws_sagemaker_feature_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_sagemaker_feature_group/up"
    }
  }
}

variables {
  name              = "market-data-dev"
  record_identifier = "ticker"
  event_time        = "event_time"
  features = [
    {
      name = "ticker"
      type = "String"
    },
    {
      name = "event_time"
      type = "Fractional"
    },
  ]
  bucket_name = "acme-features"
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Writes the offline store of the feature group market-data-dev.",
      aws_iam_role.role.name == "market-data-dev-store",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_offline.name == "market-data-dev-store-offline"
    error_message = "aws_iam_policy.role_offline is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_sagemaker_feature_group.this.description == "",
      aws_sagemaker_feature_group.this.event_time_feature_name == "event_time",
      aws_sagemaker_feature_group.this.feature_group_name == "market-data-dev",
      aws_sagemaker_feature_group.this.record_identifier_feature_name == "ticker",
      length(aws_sagemaker_feature_group.this.feature_definition) == 2,
      one(one(aws_sagemaker_feature_group.this.offline_store_config).s3_storage_config).kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(one(aws_sagemaker_feature_group.this.online_store_config).security_config).kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    ])
    error_message = "aws_sagemaker_feature_group.this is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.writer.name == "market-data-dev-writer"
    error_message = "aws_iam_policy.writer is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.reader.name == "market-data-dev-reader"
    error_message = "aws_iam_policy.reader is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    description = "Aggregates by ticker."
    features = [
      {
        name = "ticker"
        type = "String"
      },
      {
        name = "event_time"
        type = "Fractional"
      },
      {
        name = "volume_sum"
        type = "Integral"
      },
    ]
    prefix                   = "offline/"
    trust_source_account     = true
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }

  assert {
    condition = alltrue([
      aws_iam_role.role.description == "Writes the offline store of the feature group market-data-dev.",
      aws_iam_role.role.name == "market-data-dev-store",
      aws_iam_role.role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary",
    ])
    error_message = "aws_iam_role.role is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.role_offline.name == "market-data-dev-store-offline"
    error_message = "aws_iam_policy.role_offline is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      aws_sagemaker_feature_group.this.description == "Aggregates by ticker.",
      aws_sagemaker_feature_group.this.event_time_feature_name == "event_time",
      aws_sagemaker_feature_group.this.feature_group_name == "market-data-dev",
      aws_sagemaker_feature_group.this.record_identifier_feature_name == "ticker",
      length(aws_sagemaker_feature_group.this.feature_definition) == 3,
      one(one(aws_sagemaker_feature_group.this.offline_store_config).s3_storage_config).kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(one(aws_sagemaker_feature_group.this.online_store_config).security_config).kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    ])
    error_message = "aws_sagemaker_feature_group.this is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.writer.name == "market-data-dev-writer"
    error_message = "aws_iam_policy.writer is not what these inputs ask for."
  }

  assert {
    condition     = aws_iam_policy.reader.name == "market-data-dev-reader"
    error_message = "aws_iam_policy.reader is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                     = "Not allowed!"
    description              = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    record_identifier        = "Not allowed!"
    event_time               = "Not allowed!"
    features                 = []
    prefix                   = "unheard-of"
    kms_key_arn              = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.description,
    var.record_identifier,
    var.event_time,
    var.features,
    var.prefix,
    var.kms_key_arn,
    var.permissions_boundary_arn,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    features = [
      {
        name = "Not allowed!"
        type = "String"
      },
      {
        name = "event_time"
        type = "Fractional"
      },
      {
        name = "volume_sum"
        type = "Integral"
      },
    ]
    prefix = "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooffline/"
  }

  expect_failures = [
    var.features,
    var.prefix,
  ]
}

run "refuses_wrong_values_3" {
  command = plan

  variables {
    features = [
      {
        name = "ticker"
        type = "unheard-of"
      },
      {
        name = "event_time"
        type = "Fractional"
      },
      {
        name = "volume_sum"
        type = "Integral"
      },
    ]
  }

  expect_failures = [
    var.features,
  ]
}

run "refuses_an_identifier_that_is_no_feature" {
  command = plan

  variables {
    record_identifier = "symbol"
  }

  expect_failures = [aws_sagemaker_feature_group.this]
}

run "refuses_an_event_time_that_is_no_feature" {
  command = plan

  variables {
    event_time = "window_end"
  }

  expect_failures = [aws_sagemaker_feature_group.this]
}

run "refuses_a_feature_of_a_reserved_name" {
  command = plan

  variables {
    features = [
      {
        name = "ticker"
        type = "String"
      },
      {
        name = "event_time"
        type = "Fractional"
      },
      {
        name = "write_time"
        type = "Fractional"
      },
    ]
  }

  expect_failures = [aws_sagemaker_feature_group.this]
}
