"""Services that AWS has interface endpoints for are unknown, each is in the same three zones, and an unknown one is not refused."""

from ministack.services import ec2

from .availability_zones import NUMBERS, REGION
from .patch import replace, rewrite_body

MISSING = ("athena", "sagemaker.api", "sagemaker.featurestore-runtime", "sagemaker.runtime")
OLD_ZONE = f"{REGION}a"


def _describe(original):
    def describe(params):
        region = ec2.get_region()
        known = {f"com.amazonaws.{region}.{name}" for name in (*ec2._VPCE_INTERFACE_SERVICES, *ec2._VPCE_GATEWAY_SERVICES)}
        for name in ec2._parse_member_list(params, "ServiceName"):
            if name not in known:
                return ec2._error("InvalidServiceName", f"The Vpc Endpoint Service '{name}' does not exist", 400)
        response = original(params)
        if region != REGION:
            return response
        zones = "".join(f"<item>{REGION}{letter}</item>" for letter in NUMBERS if f"{REGION}{letter}" != OLD_ZONE)
        three = "".join(f"<item>{REGION}{letter}</item>" for letter in "abc")
        return rewrite_body(response, lambda body: body.replace(f"<availabilityZoneSet>{three}<", f"<availabilityZoneSet>{zones}<"))

    return describe


def apply():
    ec2._VPCE_INTERFACE_SERVICES = (*ec2._VPCE_INTERFACE_SERVICES, *MISSING)
    replace(ec2, "_describe_vpc_endpoint_services", _describe)
