# Generated from index.ts by `npm run modules`: change that file instead.

variable "name" {
  description = "Name of the dashboard."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,255}$", var.name))
    error_message = "name must be 1 to 255 of a-z, A-Z, 0-9, underscore and hyphen."
  }
}

variable "body" {
  description = "Widgets as JSON, as the console shows it under \"View/edit source\"; at most 500 widgets."
  type        = string
  nullable    = false

  validation {
    condition     = can([jsondecode("[${var.body}]"), jsondecode("{\"json\":${var.body}}")])
    error_message = "body must be valid JSON."
  }
}
