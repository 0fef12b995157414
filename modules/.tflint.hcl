# Every rule of tflint's own ruleset; docs/MODULES.md says what was tried.
config {
  call_module_type = "none"
}

plugin "terraform" {
  enabled = true
  preset  = "all"
}

# An example is one main.tf: it has no inputs and no outputs.
rule "terraform_standard_module_structure" {
  enabled = false
}
