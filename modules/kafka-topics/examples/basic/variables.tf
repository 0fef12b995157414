variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "First part of every name."
  type        = string
  default     = "acme-topics"
  nullable    = false
}

variable "create_topics_package" {
  description = "Path of the zip of the function that makes topics: `npm run synth` leaves it in dist/functions/create-topics.zip."
  type        = string
  nullable    = false

  validation {
    condition     = endswith(var.create_topics_package, ".zip") && fileexists(var.create_topics_package)
    error_message = "create_topics_package must be the path of a .zip file that is there: `npm run synth` makes dist/functions/create-topics.zip."
  }
}
