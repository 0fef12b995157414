"""A query's result is written below the location that GetQueryExecution reports, as if that were a folder.

https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html: the location is the object itself,
QueryResultsLocation/QueryID.csv, which awswrangler and others read.
"""

from ministack.services import athena

from .patch import replace


def _at_the_reported_location(original):
    async def save(query_id):
        configuration = athena._executions[query_id]["ResultConfiguration"]
        folder = configuration["OutputLocation"].removesuffix(f"{query_id}.csv").rstrip("/")
        # Nothing else runs until this returns: it awaits no other.
        configuration["OutputLocation"] = f"{folder}/"
        try:
            await original(query_id)
        finally:
            configuration["OutputLocation"] = f"{folder}/{query_id}.csv"

    return save


def apply():
    replace(athena, "_save_query_results", _at_the_reported_location)
