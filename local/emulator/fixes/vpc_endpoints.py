"""Interface endpoints come back without their security groups, private DNS and policy."""

from xml.sax.saxutils import escape

from ministack.services import ec2

from .patch import added_by, replace


def _settings(params):
    return {
        "SecurityGroupIds": ec2._parse_member_list(params, "SecurityGroupId"),
        "PrivateDnsEnabled": ec2._p(params, "PrivateDnsEnabled") or "false",
        "PolicyDocument": ec2._p(params, "PolicyDocument"),
    }


def _create(original):
    def create(params):
        response, endpoints = added_by(ec2._vpc_endpoints, lambda: original(params))
        for endpoint in endpoints:
            endpoint.update(_settings(params))
        return response

    return create


def _fields(original):
    def fields(endpoint, tag="item"):
        groups = "".join(
            f"<item><groupId>{group}</groupId><groupName>{group}</groupName></item>"
            for group in endpoint.get("SecurityGroupIds", [])
        )
        policy = endpoint.get("PolicyDocument")
        settings = (
            f"<groupSet>{groups}</groupSet>"
            f"<privateDnsEnabled>{endpoint.get('PrivateDnsEnabled', 'false')}</privateDnsEnabled>"
            + (f"<policyDocument>{escape(policy)}</policyDocument>" if policy else "")
        )
        return original(endpoint, tag).replace("<subnetIdSet>", f"{settings}<subnetIdSet>", 1)

    return fields


def apply():
    replace(ec2, "_create_vpc_endpoint", _create)
    replace(ec2, "_vpce_fields_xml", _fields)
