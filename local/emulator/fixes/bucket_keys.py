"""Objects come back without the bucket key that they, or their bucket's default, were encrypted with."""

from ministack.services import s3

from .patch import replace

HEADER = "x-amz-server-side-encryption-bucket-key-enabled"


def _is_default(bucket_name):
    return "<BucketKeyEnabled>true<" in _text(s3._bucket_encryption.get(bucket_name) or "")


def _text(xml):
    return xml.decode() if isinstance(xml, bytes) else xml


def _resolve(original):
    def resolve(headers, bucket_name):
        encryption, error = original(headers, bucket_name)
        if encryption and encryption.get("x-amz-server-side-encryption") == "aws:kms":
            asked = headers.get(HEADER)
            if asked == "true" or (asked is None and _is_default(bucket_name)):
                encryption = encryption | {HEADER: "true"}
        return encryption, error

    return resolve


def apply():
    replace(s3, "_resolve_sse_write_headers", _resolve)
    s3._SSE_STORED_HEADERS += (HEADER,)
