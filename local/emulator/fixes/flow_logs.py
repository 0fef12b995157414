"""Flow logs come back without their role, interval, format and tags."""

import re
from xml.sax.saxutils import escape

from ministack.services import ec2

from .patch import added_by, replace, rewrite_body

DEFAULT_INTERVAL = "600"
DEFAULT_FORMAT = (
    "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} "
    "${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}"
)


def _create(original):
    def create(params):
        response, flow_logs = added_by(ec2._flow_logs, lambda: original(params))
        for flow_log in flow_logs:
            flow_log["DeliverLogsPermissionArn"] = ec2._p(params, "DeliverLogsPermissionArn")
            flow_log["MaxAggregationInterval"] = ec2._p(params, "MaxAggregationInterval") or DEFAULT_INTERVAL
            flow_log["LogFormat"] = ec2._p(params, "LogFormat") or DEFAULT_FORMAT
            ec2._parse_tag_specs(params, "vpc-flow-log", flow_log["FlowLogId"])
        return response

    return create


def _with_settings(found):
    flow_log = ec2._flow_logs.get(found[1], {})
    return (
        f"{found[0]}"
        f"<deliverLogsPermissionArn>{escape(flow_log.get('DeliverLogsPermissionArn', ''))}</deliverLogsPermissionArn>"
        f"<maxAggregationInterval>{flow_log.get('MaxAggregationInterval', DEFAULT_INTERVAL)}</maxAggregationInterval>"
        f"<logFormat>{escape(flow_log.get('LogFormat', DEFAULT_FORMAT))}</logFormat>"
    )


def _describe(original):
    def describe(params):
        return rewrite_body(
            original(params), lambda xml: re.sub(r"<flowLogId>(.*?)</flowLogId>", _with_settings, xml)
        )

    return describe


def apply():
    replace(ec2, "_create_flow_logs", _create)
    replace(ec2, "_describe_flow_logs", _describe)
