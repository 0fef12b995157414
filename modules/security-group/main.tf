# Generated from index.ts by `npm run modules`: change that file instead.

resource "aws_security_group" "this" {
  name        = var.name
  description = var.description
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = var.name })
}

resource "aws_vpc_security_group_ingress_rule" "ingress" {
  for_each = var.ingress

  description                  = each.key
  security_group_id            = aws_security_group.this.id
  from_port                    = each.value.port
  to_port                      = coalesce(each.value.to_port, each.value.port)
  ip_protocol                  = "tcp"
  referenced_security_group_id = each.value.source_security_group_id
  tags                         = var.tags

  lifecycle {
    precondition {
      condition     = each.value.to_port != null ? (each.value.port <= each.value.to_port) : true
      error_message = "ingress.${each.key}.to_port must be at least its port."
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "egress" {
  for_each = var.egress

  description                  = each.key
  security_group_id            = aws_security_group.this.id
  from_port                    = each.value.port
  to_port                      = coalesce(each.value.to_port, each.value.port)
  cidr_ipv4                    = each.value.cidr
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  tags                         = var.tags

  lifecycle {
    precondition {
      condition     = each.value.to_port != null ? (each.value.port <= each.value.to_port) : true
      error_message = "egress.${each.key}.to_port must be at least its port."
    }

    precondition {
      condition     = length(compact([each.value.security_group_id, each.value.cidr, each.value.prefix_list_id])) == 1
      error_message = "egress.${each.key} must have exactly one of security_group_id, cidr and prefix_list_id."
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "from_members" {
  for_each = toset(formatlist("%d", var.self_ports))

  description                  = "between members of the group"
  security_group_id            = aws_security_group.this.id
  from_port                    = each.key
  to_port                      = each.key
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.this.id
  tags                         = var.tags
}

resource "aws_vpc_security_group_egress_rule" "to_members" {
  for_each = toset(formatlist("%d", var.self_ports))

  description                  = "between members of the group"
  security_group_id            = aws_security_group.this.id
  from_port                    = each.key
  to_port                      = each.key
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.this.id
  tags                         = var.tags
}
