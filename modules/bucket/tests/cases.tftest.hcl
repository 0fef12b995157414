# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
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
}

run "plans_access_log_target" {
  command = plan

  variables {
    bucket_name       = "acme-logs"
    access_log_target = true
    kms_key_arn       = null
    log_bucket_name   = null
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    bucket_name = ""
    kms_key_arn = "unheard-of"
    expire_days = 3651
    folder_expire_days = {
      unheard-of = 1
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
