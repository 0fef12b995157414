output "function_name" {
  description = "Name of the function, for `aws lambda invoke`."
  value       = module.function.function_name
}
