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

  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_s3_bucket/up"
    }
  }
}

variables {
  bucket_name     = "acme-events"
  kms_key_arn     = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  log_bucket_name = "acme-logs"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_s3_bucket.this.bucket == "acme-events",
      aws_s3_bucket.this.force_destroy == false,
    ])
    error_message = "aws_s3_bucket.this is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).bucket_key_enabled == true,
      one(one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).apply_server_side_encryption_by_default).kms_master_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms",
    ])
    error_message = "aws_s3_bucket_server_side_encryption_configuration.encryption is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_lifecycle_configuration.lifecycle.rule) == 1
    error_message = "aws_s3_bucket_lifecycle_configuration.lifecycle is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.logging) == 1
    error_message = "aws_s3_bucket_logging.logging is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    bucket_name = "acme-lake"
    expire_days = 400
    folder_expire_days = {
      "results/" = 7
      "errors/"  = 30
    }
    noncurrent_days = 7
    force_destroy   = true
    policy_documents = [
      "{\"Statement\":[{\"Sid\":\"Reader\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"123456789012\"},\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}",
    ]
    tags = {
      Team = "data"
      Note = "say \"hi\""
    }
  }

  assert {
    condition = alltrue([
      aws_s3_bucket.this.bucket == "acme-lake",
      aws_s3_bucket.this.force_destroy == true,
    ])
    error_message = "aws_s3_bucket.this is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).bucket_key_enabled == true,
      one(one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).apply_server_side_encryption_by_default).kms_master_key_id == "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
      one(one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms",
    ])
    error_message = "aws_s3_bucket_server_side_encryption_configuration.encryption is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_lifecycle_configuration.lifecycle.rule) == 3
    error_message = "aws_s3_bucket_lifecycle_configuration.lifecycle is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.logging) == 1
    error_message = "aws_s3_bucket_logging.logging is not what these inputs ask for."
  }
}

run "plans_access_log_target" {
  command = plan

  variables {
    bucket_name       = "acme-logs"
    access_log_target = true
    kms_key_arn       = null
    log_bucket_name   = null
  }

  assert {
    condition = alltrue([
      aws_s3_bucket.this.bucket == "acme-logs",
      aws_s3_bucket.this.force_destroy == false,
    ])
    error_message = "aws_s3_bucket.this is not what these inputs ask for."
  }

  assert {
    condition = alltrue([
      one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).bucket_key_enabled == false,
      one(one(aws_s3_bucket_server_side_encryption_configuration.encryption.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256",
    ])
    error_message = "aws_s3_bucket_server_side_encryption_configuration.encryption is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_lifecycle_configuration.lifecycle.rule) == 1
    error_message = "aws_s3_bucket_lifecycle_configuration.lifecycle is not what these inputs ask for."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.logging) == 0
    error_message = "aws_s3_bucket_logging.logging is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    bucket_name = "Not allowed!"
    kms_key_arn = "unheard-of"
    expire_days = 3651
    folder_expire_days = {
      unheard-of = 7
    }
    noncurrent_days  = 3651
    policy_documents = ["unheard-of"]
  }

  expect_failures = [
    var.bucket_name,
    var.kms_key_arn,
    var.expire_days,
    var.folder_expire_days,
    var.noncurrent_days,
    var.policy_documents,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    folder_expire_days = {
      "results/" = 3651
    }
  }

  expect_failures = [
    var.folder_expire_days,
  ]
}

run "refuses_a_target_of_access_logs_with_a_key" {
  command = plan

  variables {
    bucket_name       = "acme-logs"
    access_log_target = true
    log_bucket_name   = null
  }

  expect_failures = [aws_s3_bucket_server_side_encryption_configuration.encryption]
}

run "refuses_a_bucket_without_a_key" {
  command = plan

  variables {
    bucket_name = "acme-lake"
    kms_key_arn = null
  }

  expect_failures = [aws_s3_bucket_server_side_encryption_configuration.encryption]
}

run "refuses_a_bucket_without_access_logs" {
  command = plan

  variables {
    bucket_name     = "acme-lake"
    log_bucket_name = null
  }

  expect_failures = [aws_s3_bucket_logging.logging]
}
