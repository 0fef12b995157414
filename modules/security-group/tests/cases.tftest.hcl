# Generated from ../cases.ts by `npm run modules`: change that file instead.

mock_provider "aws" {
  mock_resource "aws_security_group" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_security_group/up"
    }
  }

  mock_resource "aws_vpc_security_group_egress_rule" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_vpc_security_group_egress_rule/up"
    }
  }

  mock_resource "aws_vpc_security_group_ingress_rule" {
    defaults = {
      arn = "arn:aws:made:us-east-1:123456789012:aws_vpc_security_group_ingress_rule/up"
    }
  }
}

variables {
  name        = "market-data-dev-kafka"
  description = "Kafka brokers"
  vpc_id      = "vpc-0aaa1111bbb2222cc"
}

run "plans_minimal" {
  command = plan

  assert {
    condition = alltrue([
      aws_security_group.this.description == "Kafka brokers",
      aws_security_group.this.name == "market-data-dev-kafka",
      aws_security_group.this.vpc_id == "vpc-0aaa1111bbb2222cc",
    ])
    error_message = "aws_security_group.this is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_security_group_ingress_rule.ingress)) == ""
    error_message = "aws_vpc_security_group_ingress_rule.ingress is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_security_group_egress_rule.egress)) == ""
    error_message = "aws_vpc_security_group_egress_rule.egress is not what these inputs ask for."
  }
}

run "plans_full" {
  command = plan

  variables {
    ingress = {
      job = {
        port                     = 9098
        source_security_group_id = "sg-0aaa1111bbb2222cc"
      }
      private-link = {
        port                     = 14001
        to_port                  = 14100
        source_security_group_id = "sg-0ddd3333eee4444ff"
      }
    }
    egress = {
      kafka = {
        port              = 9098
        security_group_id = "sg-0aaa1111bbb2222cc"
      }
      s3 = {
        port           = 443
        prefix_list_id = "pl-0aaa1111"
      }
      office = {
        port    = 443
        to_port = 444
        cidr    = "192.0.2.0/24"
      }
    }
    self_ports = [9098, 9092]
    tags = {
      Team = "data"
    }
  }

  assert {
    condition = alltrue([
      aws_security_group.this.description == "Kafka brokers",
      aws_security_group.this.name == "market-data-dev-kafka",
      aws_security_group.this.vpc_id == "vpc-0aaa1111bbb2222cc",
    ])
    error_message = "aws_security_group.this is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_security_group_ingress_rule.ingress)) == "job, private-link"
    error_message = "aws_vpc_security_group_ingress_rule.ingress is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_security_group_egress_rule.egress)) == "kafka, office, s3"
    error_message = "aws_vpc_security_group_egress_rule.egress is not what these inputs ask for."
  }
}

run "plans_only_to_groups" {
  command = plan

  variables {
    egress = {
      kafka = {
        port              = 9098
        security_group_id = "sg-0aaa1111bbb2222cc"
      }
    }
  }

  assert {
    condition = alltrue([
      aws_security_group.this.description == "Kafka brokers",
      aws_security_group.this.name == "market-data-dev-kafka",
      aws_security_group.this.vpc_id == "vpc-0aaa1111bbb2222cc",
    ])
    error_message = "aws_security_group.this is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_security_group_ingress_rule.ingress)) == ""
    error_message = "aws_vpc_security_group_ingress_rule.ingress is not what these inputs ask for."
  }

  assert {
    condition     = join(", ", keys(aws_vpc_security_group_egress_rule.egress)) == "kafka"
    error_message = "aws_vpc_security_group_egress_rule.egress is not what these inputs ask for."
  }
}

run "refuses_wrong_values" {
  command = plan

  variables {
    name        = "Not allowed!"
    description = "two\nlines"
    ingress = {
      "Not allowed!" = {
        port                     = 9098
        source_security_group_id = "sg-0aaa1111bbb2222cc"
      }
    }
    egress = {
      "Not allowed!" = {
        port              = 9098
        security_group_id = "sg-0aaa1111bbb2222cc"
      }
    }
    self_ports = [65536, 9092]
  }

  expect_failures = [
    var.name,
    var.description,
    var.ingress,
    var.egress,
    var.self_ports,
  ]
}

run "refuses_wrong_values_2" {
  command = plan

  variables {
    ingress = {
      job = {
        port                     = 65536
        source_security_group_id = "sg-0aaa1111bbb2222cc"
      }
    }
    egress = {
      kafka = {
        port              = 65536
        security_group_id = "sg-0aaa1111bbb2222cc"
      }
    }
  }

  expect_failures = [
    var.ingress,
    var.egress,
  ]
}

run "refuses_wrong_values_3" {
  command = plan

  variables {
    ingress = {
      job = {
        port                     = 9098
        source_security_group_id = "sg-0aaa1111bbb2222cc"
        to_port                  = 65536
      }
    }
    egress = {
      kafka = {
        port              = 9098
        security_group_id = "sg-0aaa1111bbb2222cc"
        to_port           = 65536
      }
    }
  }

  expect_failures = [
    var.ingress,
    var.egress,
  ]
}

run "refuses_wrong_values_4" {
  command = plan

  variables {
    egress = {
      kafka = {
        port              = 9098
        security_group_id = "sg-0aaa1111bbb2222cc"
        cidr              = "unheard-of"
      }
    }
  }

  expect_failures = [
    var.egress,
  ]
}

run "refuses_a_range_that_ends_before_it_begins" {
  command = plan

  variables {
    ingress = {
      job = {
        port                     = 14100
        to_port                  = 14001
        source_security_group_id = "sg-0aaa1111bbb2222cc"
      }
    }
  }

  expect_failures = [aws_vpc_security_group_ingress_rule.ingress]
}

run "refuses_a_range_out_of_the_group_that_ends_before_it_begins" {
  command = plan

  variables {
    egress = {
      office = {
        port    = 444
        to_port = 443
        cidr    = "192.0.2.0/24"
      }
    }
  }

  expect_failures = [aws_vpc_security_group_egress_rule.egress]
}

run "refuses_a_rule_to_nowhere" {
  command = plan

  variables {
    egress = {
      office = {
        port = 443
      }
    }
  }

  expect_failures = [aws_vpc_security_group_egress_rule.egress]
}

run "refuses_a_rule_to_two_places" {
  command = plan

  variables {
    egress = {
      office = {
        port           = 443
        cidr           = "192.0.2.0/24"
        prefix_list_id = "pl-0aaa1111"
      }
    }
  }

  expect_failures = [aws_vpc_security_group_egress_rule.egress]
}
