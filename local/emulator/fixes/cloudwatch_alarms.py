"""Alarms come back without metric math, composite rules' settings and more: they are echoed as they were put.

Only the query protocol, which the provider speaks, is treated.
"""

import re
from xml.sax.saxutils import escape

from ministack.services import cloudwatch

from .patch import replace, rewrite_body

NOT_ECHOED = {"Action", "Version", "Tags", "AlarmName", "AlarmArn"}


def _tree(params):
    """The request's `A.member.1.B` parameters as nested dictionaries."""
    tree = {}
    for name, value in params.items():
        *parents, leaf = name.split(".")
        if (parents or [leaf])[0] in NOT_ECHOED:
            continue
        node = tree
        for parent in parents:
            node = node.setdefault(parent, {})
        node[leaf] = value[0] if isinstance(value, list) else value
    return tree


def _xml(node):
    if not isinstance(node, dict):
        return escape(str(node))
    members = node.get("member")
    if set(node) == {"member"} and isinstance(members, dict):
        return "".join(f"<member>{_xml(members[index])}</member>" for index in sorted(members, key=int))
    return "".join(f"<{name}>{_xml(value)}</{name}>" for name, value in node.items())


def _keeping_request(store):
    def make(original):
        def put(params, cbor, is_cbor, is_json=False):
            response = original(params, cbor, is_cbor, is_json)
            alarm = store.get(cloudwatch._p(params, "AlarmName")) if not (is_cbor or is_json) else None
            if alarm is not None:
                alarm["Request"] = _tree(params)
            return response

        return put

    return make


def _alarm_xml(found):
    name = re.search(r"<AlarmName>(.*?)</AlarmName>", found[0])[1]
    metric_alarm = cloudwatch._alarms.get(name)
    alarm = metric_alarm or cloudwatch._composite_alarms.get(name)
    if not alarm or "Request" not in alarm:
        return found[0]
    defaults = {"ActionsEnabled": "true"} | ({"TreatMissingData": "missing"} if metric_alarm else {})
    state = {"StateValue": alarm["StateValue"], "StateReason": alarm.get("StateReason", "")}
    return f"<member>{_xml({'AlarmName': name, 'AlarmArn': alarm['AlarmArn']} | defaults | alarm['Request'] | state)}</member>"


def _describe(original):
    def describe(params, cbor, is_cbor, is_json=False):
        response = original(params, cbor, is_cbor, is_json)
        if is_cbor or is_json:
            return response
        return rewrite_body(
            response, lambda xml: re.sub(r"<member><AlarmName>.*?</member>", _alarm_xml, xml, flags=re.DOTALL)
        )

    return describe


def apply():
    replace(cloudwatch, "_put_metric_alarm", _keeping_request(cloudwatch._alarms))
    replace(cloudwatch, "_put_composite_alarm", _keeping_request(cloudwatch._composite_alarms))
    replace(cloudwatch, "_describe_alarms", _describe)
