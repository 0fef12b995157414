"""The KMS key of a log group cannot be changed once the group is there."""

import json

from ministack.core.responses import json_response
from ministack.services import cloudwatch_logs as logs

from .patch import replace

ACTIONS = ("AssociateKmsKey", "DisassociateKmsKey")


def _handle(original):
    async def handle(method, path, headers, body, query_params):
        action = headers.get("x-amz-target", "").rpartition(".")[2]
        if action not in ACTIONS:
            return await original(method, path, headers, body, query_params)
        request = json.loads(body)
        group = logs._log_groups.get(request.get("logGroupName"))
        if group is None:
            message = f"The specified log group does not exist: {request.get('logGroupName')}"
            return logs.error_response_json("ResourceNotFoundException", message, 400)
        group["kmsKeyId"] = request.get("kmsKeyId")
        return json_response({})

    return handle


def apply():
    replace(logs, "handle_request", _handle)
