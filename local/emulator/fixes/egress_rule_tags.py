"""An egress rule that exists already (a new group's allow-all one) does not take the tags it is declared with."""

from ministack.services import ec2

from .patch import replace


def _authorize(original):
    def authorize(params):
        response = original(params)
        group_id = ec2._p(params, "GroupId")
        tags = ec2._sg_rule_tag_specifications(params)
        if tags and ec2._security_groups.get(group_id):
            for rule in ec2._parse_ip_permissions(params, "IpPermissions"):
                ec2._tags[ec2._sg_rule_id(group_id, True, rule)] = list(tags)
        return response

    return authorize


def apply():
    replace(ec2, "_authorize_sg_egress", _authorize)
