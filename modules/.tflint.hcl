# Every rule of tflint's own ruleset; docs/MODULES.md says what was tried.
config {
  call_module_type = "none"
}

plugin "terraform" {
  enabled = true
  preset  = "all"
}
