"""Detailed monitoring of an instance is not known."""

from ministack.services import ec2

from .patch import added_by, replace


def _run(original):
    def run(params):
        response, instances = added_by(ec2._instances, lambda: original(params))
        if ec2._p(params, "Monitoring.Enabled") == "true":
            for instance in instances:
                instance["Monitoring"] = {"State": "enabled"}
        return response

    return run


def _switch(action, state):
    def switch(params):
        ids = ec2._parse_member_list(params, "InstanceId")
        for instance_id in ids:
            if instance_id not in ec2._instances:
                return ec2._error("InvalidInstanceID.NotFound", f"The instance ID '{instance_id}' does not exist", 400)
            ec2._instances[instance_id]["Monitoring"] = {"State": state}
        items = "".join(f"<item><instanceId>{i}</instanceId><monitoring><state>{state}</state></monitoring></item>" for i in ids)
        return ec2._xml(200, f"{action}Response", f"<instancesSet>{items}</instancesSet>")

    return switch


def apply():
    replace(ec2, "_run_instances", _run)
    ec2._ACTION_MAP["MonitorInstances"] = _switch("MonitorInstances", "enabled")
    ec2._ACTION_MAP["UnmonitorInstances"] = _switch("UnmonitorInstances", "disabled")
