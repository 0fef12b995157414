"""Sends trades, one JSON object per line of standard input, to the input topic. ../README.md has the settings."""

import json
import os
import sys

from aws_msk_iam_sasl_signer import MSKAuthTokenProvider
from confluent_kafka import Producer

TOPIC = os.environ.get("INPUT_TOPIC", "stock-prices")
REGION = os.environ.get("AWS_REGION", "us-east-1")


def token(_config):
    value, expires_at_ms = MSKAuthTokenProvider.generate_auth_token(REGION)
    return value, expires_at_ms / 1000


def delivered(error, _message):
    if error is not None:
        failures.append(str(error))


failures = []
settings = {
    "bootstrap.servers": os.environ["KAFKA_BOOTSTRAP_BROKERS"],
    "security.protocol": "SASL_SSL",
    "sasl.mechanisms": "OAUTHBEARER",
    "oauth_cb": token,
    # Without duplicates when a request is sent again; and with the partitions of Java's clients.
    "enable.idempotence": True,
    "partitioner": "murmur2_random",
}
if "KAFKA_CA_FILE" in os.environ:
    settings["ssl.ca.location"] = os.environ["KAFKA_CA_FILE"]

producer, count = Producer(settings), 0
for line in filter(None, map(str.strip, sys.stdin)):
    while True:
        try:
            producer.produce(TOPIC, key=json.loads(line)["ticker"], value=line, on_delivery=delivered)
            break
        except BufferError:
            producer.poll(1)
    producer.poll(0)
    count += 1
unsent = producer.flush(60)
if unsent or failures:
    sys.exit(f"{unsent + len(failures)} of {count} trades were not sent: {failures[:1]}")
print(f"{count} trades sent to {TOPIC}")
