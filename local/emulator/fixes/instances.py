"""Instances come back without metadata options, and their volumes without size, type, encryption, key and tags, and stay when it ends."""

from ministack.services import ec2

from .patch import added_by, replace

METADATA_DEFAULTS = {
    "HttpTokens": "optional",
    "HttpEndpoint": "enabled",
    "HttpPutResponseHopLimit": "1",
    "InstanceMetadataTags": "disabled",
}


def _volume_settings(params):
    requested = {
        "Size": ec2._p(params, "BlockDeviceMapping.1.Ebs.VolumeSize"),
        "VolumeType": ec2._p(params, "BlockDeviceMapping.1.Ebs.VolumeType"),
        "Encrypted": ec2._p(params, "BlockDeviceMapping.1.Ebs.Encrypted"),
        "KmsKeyId": ec2._p(params, "BlockDeviceMapping.1.Ebs.KmsKeyId"),
    }
    converted = {"Size": int, "Encrypted": lambda value: value == "true"}
    return {name: converted.get(name, str)(value) for name, value in requested.items() if value}


def _run(original):
    def run(params):
        response, instances = added_by(ec2._instances, lambda: original(params))
        for instance in instances:
            instance["MetadataOptions"] = {
                name: ec2._p(params, f"MetadataOptions.{name}") or default for name, default in METADATA_DEFAULTS.items()
            }
            for device in instance.get("BlockDeviceMappings", []):
                volume_id = device.get("Ebs", {}).get("VolumeId")
                volume = ec2._volumes.get(volume_id)
                if volume:
                    volume.update(_volume_settings(params))
                    ec2._parse_tag_specs(params, "volume", volume_id)
        return response

    return run


def _instance_xml(original):
    def instance_xml(instance):
        xml = original(instance)
        options = instance.get("MetadataOptions")
        if not options:
            return xml
        fields = "".join(f"<{name[0].lower()}{name[1:]}>{value}</{name[0].lower()}{name[1:]}>" for name, value in options.items())
        block = f"<metadataOptions><state>applied</state><httpProtocolIpv6>disabled</httpProtocolIpv6>{fields}</metadataOptions>"
        return xml.replace("<blockDeviceMapping>", f"{block}<blockDeviceMapping>", 1)

    return instance_xml


def _volume_xml(original):
    def volume_xml(volume):
        key = volume.get("KmsKeyId")
        return original(volume) + (f"<kmsKeyId>{key}</kmsKeyId>" if key else "")

    return volume_xml


def _terminate(original):
    def terminate(params):
        response = original(params)
        for instance_id in ec2._parse_member_list(params, "InstanceId"):
            instance = ec2._instances.get(instance_id, {})
            if instance.get("State", {}).get("Name") == "terminated":
                for device in instance.get("BlockDeviceMappings", []):
                    ec2._volumes.pop(device.get("Ebs", {}).get("VolumeId"), None)
        return response

    return terminate


def apply():
    replace(ec2, "_terminate_instances", _terminate)
    replace(ec2, "_volume_inner_xml", _volume_xml)
    replace(ec2, "_run_instances", _run)
    replace(ec2, "_instance_xml", _instance_xml)
