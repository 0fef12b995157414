# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }

  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
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
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags = {
      Team = "data"
    }
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name                     = ""
    record_identifier        = ""
    event_time               = ""
    features                 = []
    prefix                   = "unheard-of"
    kms_key_arn              = "unheard-of"
    permissions_boundary_arn = "unheard-of"
  }

  expect_failures = [
    var.name,
    var.record_identifier,
    var.event_time,
    var.features,
    var.prefix,
    var.kms_key_arn,
    var.permissions_boundary_arn,
  ]
}
