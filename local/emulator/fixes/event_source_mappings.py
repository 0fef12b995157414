"""Event source mappings of type MSK are refused, and half of a mapping's settings are not echoed.

They are stored here; local/services polls the broker for them.
"""

from ministack.services import lambda_svc

from .patch import added_by, replace

ECHOED = (
    "AmazonManagedKafkaEventSourceConfig",
    "MetricsConfig",
    "ProvisionedPollerConfig",
    "SourceAccessConfigurations",
    "StartingPositionTimestamp",
    "Topics",
)


def _accept_kafka(original):
    def validate(arn):
        spec, error = lambda_svc._parse_required_arn(arn, "eventSourceArn")
        return (spec, None) if not error and spec.service == "kafka" else original(arn)

    return validate


def _keep(mapping, request):
    mapping.update({name: request[name] for name in ECHOED if name in request})


def _create(original):
    def create(request):
        response, mappings = added_by(lambda_svc._esms, lambda: original(request))
        for mapping in mappings:
            _keep(mapping, request)
            if ":kafka:" in mapping["EventSourceArn"]:
                mapping.setdefault("AmazonManagedKafkaEventSourceConfig", {"ConsumerGroupId": mapping["UUID"]})
            response = lambda_svc.json_response(lambda_svc._esm_response(mapping), 202)
        return response

    return create


def _update(original):
    def update(mapping_id, request):
        mapping = lambda_svc._esms.get(mapping_id)
        if mapping:
            _keep(mapping, request)
        return original(mapping_id, request)

    return update


def apply():
    replace(lambda_svc, "_validate_event_source_arn", _accept_kafka)
    replace(lambda_svc, "_create_esm", _create)
    replace(lambda_svc, "_update_esm", _update)
