"""What ministack 1.5.33 gets wrong for the resources of this project, one module per fault; each has `apply()`."""
