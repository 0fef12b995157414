"""Security group rules forget the prefix list that they name."""

from ministack.services import ec2

from .patch import replace

PLACEHOLDER = "prefix-list"


def _parse(original):
    def parse(params, prefix):
        rules = original(params, prefix)
        for number, rule in enumerate(rules, start=1):
            rule["PrefixListIds"] = list(_prefix_lists(params, f"{prefix}.{number}.PrefixListIds"))
        return rules

    return parse


def _prefix_lists(params, prefix):
    number = 1
    while prefix_list := ec2._p(params, f"{prefix}.{number}.PrefixListId"):
        description = ec2._p(params, f"{prefix}.{number}.Description")
        yield {"PrefixListId": prefix_list} | ({"Description": description} if description else {})
        number += 1


def _xml(original):
    def xml(group_id, rule, is_egress=False):
        items = original(group_id, rule, is_egress)
        rule_id = ec2._sg_rule_id(group_id, is_egress, rule)
        for prefix_list in rule.get("PrefixListIds", []):
            # The rule as the original can write it: with an address range in the prefix list's place.
            ranged = rule | {
                "SecurityGroupRuleId": rule_id,
                "IpRanges": [prefix_list | {"CidrIp": PLACEHOLDER}],
                "Ipv6Ranges": [],
                "UserIdGroupPairs": [],
            }
            items += original(group_id, ranged, is_egress).replace(
                f"<cidrIpv4>{PLACEHOLDER}</cidrIpv4>", f"<prefixListId>{prefix_list['PrefixListId']}</prefixListId>"
            )
        return items

    return xml


def apply():
    replace(ec2, "_parse_ip_permissions", _parse)
    replace(ec2, "_sg_rule_xml", _xml)
