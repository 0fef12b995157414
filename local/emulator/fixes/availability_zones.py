"""us-east-1 has three zones instead of six, and none of them is the old one that newer services are not in."""

from ministack.services import ec2

from .patch import replace, rewrite_body

REGION = "us-east-1"
# As in an account whose first zone is the old one.
NUMBERS = {"a": 3, "b": 1, "c": 2, "d": 4, "e": 5, "f": 6}


def _zone_id(original):
    def zone_id(name):
        region, letter = name[:-1], name[-1]
        return f"use1-az{NUMBERS[letter]}" if region == REGION and letter in NUMBERS else original(name)

    return zone_id


def _zone_name(original):
    def zone_name(zone_id):
        names = (f"{REGION}{letter}" for letter, number in NUMBERS.items() if zone_id == f"use1-az{number}")
        return next(names, None) if ec2.get_region() == REGION else original(zone_id)

    return zone_name


def _item(name):
    return f"""<item>
        <zoneName>{name}</zoneName>
        <zoneState>available</zoneState>
        <regionName>{REGION}</regionName>
        <zoneId>{ec2._az_id_for_zone_name(name)}</zoneId>
        <groupName>{REGION}-zg-1</groupName>
        <networkBorderGroup>{REGION}</networkBorderGroup>
        <optInStatus>opt-in-not-required</optInStatus>
        <zoneType>availability-zone</zoneType>
    </item>"""


def _describe(original):
    def describe(params):
        response = original(params)
        if ec2.get_region() != REGION:
            return response
        more = "".join(_item(f"{REGION}{letter}") for letter in "def")
        return rewrite_body(response, lambda body: body.replace("</availabilityZoneInfo>", f"{more}</availabilityZoneInfo>"))

    return describe


def apply():
    replace(ec2, "_az_id_for_zone_name", _zone_id)
    replace(ec2, "_zone_name_for_az_id", _zone_name)
    replace(ec2, "_describe_availability_zones", _describe)
