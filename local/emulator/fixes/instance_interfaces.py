"""An instance that is started with a network interface forgets that interface's subnet, security groups and public address."""

from ministack.services import ec2

from .patch import added_by, replace

INTERFACE = "NetworkInterface.1."


def _run(original):
    def run(params):
        subnet = ec2._p(params, f"{INTERFACE}SubnetId")
        if subnet:
            # As AWS has it, an interface's settings come in the place of the instance's own.
            groups = {name.removeprefix(INTERFACE): value for name, value in params.items() if name.startswith(f"{INTERFACE}SecurityGroupId")}
            params = {**params, "SubnetId": [subnet], **groups}
        response, instances = added_by(ec2._instances, lambda: original(params))
        if ec2._p(params, f"{INTERFACE}AssociatePublicIpAddress") == "false":
            for instance in instances:
                instance["PublicDnsName"] = instance["PublicIpAddress"] = ""
        return response

    return run


def _without_empty_addresses(original):
    def instance_xml(instance):
        return original(instance).replace("<dnsName></dnsName>", "").replace("<ipAddress></ipAddress>", "")

    return instance_xml


def apply():
    replace(ec2, "_run_instances", _run)
    replace(ec2, "_instance_xml", _without_empty_addresses)
