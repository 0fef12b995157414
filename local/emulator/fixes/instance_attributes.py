"""Termination protection, stop protection and EBS optimization of an instance are forgotten, and protect from nothing."""

from ministack.services import ec2

from .patch import added_by, replace

ATTRIBUTES = {"DisableApiTermination": "disableApiTermination", "DisableApiStop": "disableApiStop", "EbsOptimized": "ebsOptimized"}


def _attributes(instance_id):
    return ec2._instances.get(instance_id, {}).get("Attributes", {})


def _run(original):
    def run(params):
        response, instances = added_by(ec2._instances, lambda: original(params))
        for instance in instances:
            instance["Attributes"] = {wire: ec2._p(params, name) or "false" for name, wire in ATTRIBUTES.items()}
        return response

    return run


def _describe(original):
    def describe(params):
        instance_id = ec2._p(params, "InstanceId")
        attribute = ec2._p(params, "Attribute")
        value = _attributes(instance_id).get(attribute)
        if value is None:
            return original(params)
        body = f"<instanceId>{instance_id}</instanceId><{attribute}><value>{value}</value></{attribute}>"
        return ec2._xml(200, "DescribeInstanceAttributeResponse", body)

    return describe


def _modify(params):
    instance_id = ec2._p(params, "InstanceId")
    instance = ec2._instances.get(instance_id)
    if instance is None:
        return ec2._error("InvalidInstanceID.NotFound", f"The instance ID '{instance_id}' does not exist", 400)
    changed = {wire: ec2._p(params, f"{name}.Value") for name, wire in ATTRIBUTES.items() if ec2._p(params, f"{name}.Value")}
    if not changed:
        return ec2._error("UnsupportedOperation", f"The emulator keeps {', '.join(ATTRIBUTES)} of an instance, and no other attribute.", 400)
    instance.setdefault("Attributes", {}).update(changed)
    return ec2._xml(200, "ModifyInstanceAttributeResponse", "<return>true</return>")


def _terminate(original):
    def terminate(params):
        for instance_id in ec2._parse_member_list(params, "InstanceId"):
            if _attributes(instance_id).get("disableApiTermination") == "true":
                message = f"The instance '{instance_id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again."
                return ec2._error("OperationNotPermitted", message, 400)
        return original(params)

    return terminate


def _optimized(original):
    def instance_xml(instance):
        value = instance.get("Attributes", {}).get("ebsOptimized", "false")
        return original(instance).replace("<amiLaunchIndex>", f"<ebsOptimized>{value}</ebsOptimized><amiLaunchIndex>", 1)

    return instance_xml


def apply():
    replace(ec2, "_run_instances", _run)
    replace(ec2, "_describe_instance_attribute", _describe)
    replace(ec2, "_terminate_instances", _terminate)
    replace(ec2, "_instance_xml", _optimized)
    ec2._ACTION_MAP["ModifyInstanceAttribute"] = _modify
