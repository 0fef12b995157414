# From handlers/*/function.ts; `npm run docs` writes it. A reserved concurrency of -1 is the account's unreserved one.
locals {
  functions = {
    producer            = { timeout_seconds = 30, memory_mib = 256, reserved_concurrency = 1 }
    consumer            = { timeout_seconds = 60, memory_mib = 256, reserved_concurrency = 1 }
    create-topics       = { timeout_seconds = 300, memory_mib = 256, reserved_concurrency = 1 }
    feature-store       = { timeout_seconds = 60, memory_mib = 256, reserved_concurrency = -1 }
    check-feature-store = { timeout_seconds = 120, memory_mib = 256, reserved_concurrency = 1 }
  }
}
