"""An object that is uploaded in parts loses the tags that it is declared with."""

from urllib.parse import parse_qsl

from ministack.services import s3

from .patch import added_by, replace


def _create(original):
    def create(bucket_name, key, headers):
        response, uploads = added_by(s3._multipart_uploads, lambda: original(bucket_name, key, headers))
        for upload in uploads:
            upload["tags"] = dict(parse_qsl(headers.get("x-amz-tagging", ""), keep_blank_values=True))
        return response

    return create


def _complete(original):
    def complete(bucket_name, key, body, query_params, headers=None):
        tags = s3._multipart_uploads.get(s3._qp(query_params, "uploadId"), {}).get("tags")
        response = original(bucket_name, key, body, query_params, headers)
        if tags and response[0] == 200:
            stored = s3._buckets[bucket_name]["objects"][key]
            s3._object_tags[(bucket_name, key, stored.get("version_id"))] = tags
            if s3.S3_PERSIST:
                s3._persist_object(bucket_name, key, stored)
        return response

    return complete


def apply():
    replace(s3, "_create_multipart_upload", _create)
    replace(s3, "_complete_multipart_upload", _complete)
