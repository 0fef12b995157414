output "feature_group_name" {
  description = "Name of the feature group."
  value       = module.feature_store.feature_group_name
}

output "offline_table" {
  description = "The offline store's table in the Glue catalog, for queries."
  value = {
    database = module.feature_store.offline_database
    table    = module.feature_store.offline_table
  }
}

output "role_arns" {
  description = "ARNs of the roles, `writer` and `reader`."
  value       = { for use, role in module.role : use => role.role_arn }
}
