variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-1"
  nullable    = false
}

variable "name" {
  description = "First part of every name."
  type        = string
  default     = "acme-job"
  nullable    = false
}

variable "job_jar" {
  description = "Path of the jar of a Flink 1.20 job for Java 11, with everything it needs but Flink itself."
  type        = string
  nullable    = false

  validation {
    condition     = endswith(var.job_jar, ".jar") && fileexists(var.job_jar)
    error_message = "job_jar must be the path of a .jar file that is there."
  }
}
