"""Security group rules forget the prefix list that they name."""

from ministack.services import ec2

from .patch import replace


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
        names = [prefix_list["PrefixListId"] for prefix_list in rule.get("PrefixListIds", [])]
        # Like AWS's newer rule resources, a rule has one source: a prefix list's is written as one without any.
        if len(names) != 1 or rule["IpRanges"] or rule["Ipv6Ranges"] or rule["UserIdGroupPairs"]:
            return items
        return items.replace("</toPort>", f"</toPort><prefixListId>{names[0]}</prefixListId>")

    return xml


def apply():
    replace(ec2, "_parse_ip_permissions", _parse)
    replace(ec2, "_sg_rule_xml", _xml)
