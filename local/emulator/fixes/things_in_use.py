"""Security groups and subnets are deleted although something uses them, which EC2 refuses.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html: associated with an instance or network interface, or
named by another group's rule, it fails with DependencyViolation; API_DeleteSubnet: all instances in it must be gone. What MSK and Managed
Flink use is asked of the adapters, which have them.
"""

import json
import os
from urllib.request import urlopen

from ministack.services import ec2, lambda_svc

from .patch import replace

INTERFACES_URL = os.environ.get("INTERFACES_URL")


def _users():
    """(what uses them, ids of security groups and subnets)"""
    for instance_id, instance in ec2._instances.items():
        if instance["State"]["Name"] != "terminated":
            yield f"instance {instance_id}", {instance.get("SubnetId"), *(g["GroupId"] for g in instance.get("SecurityGroups", []))}
    for endpoint_id, endpoint in ec2._vpc_endpoints.items():
        yield f"VPC endpoint {endpoint_id}", {*endpoint.get("SubnetIds", []), *endpoint.get("SecurityGroupIds", [])}
    for gateway_id, gateway in ec2._nat_gateways.items():
        if gateway.get("State") != "deleted":
            yield f"NAT gateway {gateway_id}", {gateway.get("SubnetId")}
    for interface_id, interface in ec2._network_interfaces.items():
        yield f"network interface {interface_id}", {interface.get("SubnetId"), *(g["GroupId"] for g in interface.get("Groups", []))}
    for name, function in lambda_svc._functions.items():
        vpc = function["config"].get("VpcConfig") or {}
        yield f"function {name}", {*vpc.get("SubnetIds", []), *vpc.get("SecurityGroupIds", [])}
    if INTERFACES_URL:
        with urlopen(INTERFACES_URL, timeout=10) as answer:
            for user in json.load(answer)["users"]:
                yield user["name"], set(user["ids"])


def _rules_of_others(group_id):
    for other_id, group in ec2._security_groups.items():
        rules = [*group.get("IpPermissions", []), *group.get("IpPermissionsEgress", [])]
        if other_id != group_id and any(pair.get("GroupId") == group_id for rule in rules for pair in rule.get("UserIdGroupPairs", [])):
            yield f"a rule of security group {other_id}"


def _refusal(kind, thing_id, users):
    message = f"The {kind} '{thing_id}' has dependencies and cannot be deleted: {', '.join(sorted(users))}"
    return ec2._error("DependencyViolation", message, 400)


def _delete_security_group(original):
    def delete(params):
        group_id = ec2._p(params, "GroupId")
        users = [name for name, ids in _users() if group_id in ids] + list(_rules_of_others(group_id))
        return _refusal("security group", group_id, users) if users else original(params)

    return delete


def _delete_subnet(original):
    def delete(params):
        subnet_id = ec2._p(params, "SubnetId")
        users = [name for name, ids in _users() if subnet_id in ids]
        return _refusal("subnet", subnet_id, users) if users else original(params)

    return delete


def apply():
    replace(ec2, "_delete_security_group", _delete_security_group)
    replace(ec2, "_delete_subnet", _delete_subnet)
