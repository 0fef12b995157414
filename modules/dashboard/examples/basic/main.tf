# A dashboard with one graph: what the account's functions do.

provider "aws" {
  region = var.region
}

module "dashboard" {
  source = "../.."

  name = var.name
  body = jsonencode({
    widgets = [{
      type   = "metric"
      width  = 24
      height = 6
      properties = {
        title   = "Functions"
        region  = var.region
        stat    = "Sum"
        period  = 300
        metrics = [["AWS/Lambda", "Invocations"], ["AWS/Lambda", "Errors"], ["AWS/Lambda", "Throttles"]]
      }
    }]
  })
}
