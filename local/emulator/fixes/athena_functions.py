"""Athena's SQL is Trino's, and runs in DuckDB here, which has some functions by other names only.

https://trino.io/docs/current/functions/datetime.html
"""

import duckdb
from ministack.services import athena

from .patch import replace

MACROS = (
    "date_format(t, f) AS strftime(t::TIMESTAMP, f)",
    "date_parse(s, f) AS strptime(s, f)",
    "from_unixtime(s) AS make_timestamp((s * 1000000.0)::BIGINT)",
    "to_unixtime(t) AS epoch(t::TIMESTAMP)",
    "from_iso8601_timestamp(s) AS s::TIMESTAMP",
    "approx_percentile(x, p) AS approx_quantile(x, p)",
)

FORMATTING = ("date_format", "date_parse")
# Trino's formats are MySQL's, DuckDB's are C's: the month's name, minutes and seconds are written otherwise.
OF_MYSQL = (("%M", "%B"), ("%i", "%M"), ("%s", "%S"), ("%T", "%H:%M:%S"))


def _translated(text):
    for mysql, c in OF_MYSQL:
        text = text.replace(mysql, c)
    return text


def with_formats(sql):
    """The query with the literal formats of these functions as DuckDB has them, which takes no computed ones."""
    parts, written, calls, before = [], 0, [], None
    for token in athena._sql_tokens(sql):
        kind, text, start, end = token
        if text == "(":
            calls.append(before[1] if before and before[0] == "name" else None)
        elif text == ")" and calls:
            calls.pop()
        elif kind == "str" and calls and calls[-1] in FORMATTING and before[1] == ",":
            parts += [sql[written:start], _translated(text)]
            written = end
        before = token
    return "".join([*parts, sql[written:]])


def _with_macros(connect):
    def connected(*args, **kwargs):
        connection = connect(*args, **kwargs)
        for macro in MACROS:
            connection.execute(f"CREATE MACRO {macro}")
        return connection

    return connected


def _with_formats(run):
    return lambda query, *rest: run(with_formats(query), *rest)


def apply():
    duckdb.connect = _with_macros(duckdb.connect)
    replace(athena, "_run_duckdb", _with_formats)
