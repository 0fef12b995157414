"""The aggregation in PyFlink's DataStream API. Prints a line of JSON for each topic: what a run over all of it took, as a whole.

Usage: job.py <jar> <host:port> <parallelism> <topic>...
"""

import json
import os
import resource
import sys
import time

from pyflink.common import Configuration, Duration, Types, WatermarkStrategy
from pyflink.common.serialization import SimpleStringSchema
from pyflink.common.time import Time
from pyflink.common.watermark_strategy import TimestampAssigner
from pyflink.datastream import StreamExecutionEnvironment
from pyflink.datastream.connectors.kafka import KafkaOffsetsInitializer, KafkaSource
from pyflink.datastream.functions import AggregateFunction
from pyflink.datastream.window import TumblingEventTimeWindows

WINDOW_SECONDS = 60
OUT_OF_ORDERNESS_SECONDS = 5


class TradeTime(TimestampAssigner):
    def extract_timestamp(self, value, record_timestamp):
        return value[3] * 1000


class Totals(AggregateFunction):
    """Count, sum, least, greatest, volume, then time and price of the first and the last trade."""

    def create_accumulator(self):
        return (0, 0.0, float("inf"), 0.0, 0, None, None)

    def add(self, trade, totals):
        _, price, volume, at = trade
        count, total, least, greatest, shares, first, last = totals
        tick = (at, price)
        return (
            count + 1,
            total + price,
            min(least, price),
            max(greatest, price),
            shares + volume,
            tick if first is None or at < first[0] else first,
            tick if last is None or at >= last[0] else last,
        )

    def get_result(self, totals):
        return totals[0]

    def merge(self, left, right):
        raise NotImplementedError("tumbling windows do not merge")


def parse(text):
    trade = json.loads(text)
    return trade["ticker"], trade["price"], trade["volume"], trade["timestamp"]


def cpu_seconds(pid):
    """Of a process, its children that have ended included."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as listed:
        return [int(child) for child in listed.read().split()]


def all_cpu_seconds():
    own = resource.getrusage(resource.RUSAGE_SELF)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime + sum(map(cpu_seconds, children(os.getpid())))


def aggregate(jar, bootstrap, parallelism, topic):
    configuration = Configuration()
    configuration.set_string("restart-strategy.type", "none")
    environment = StreamExecutionEnvironment.get_execution_environment(configuration)
    environment.set_python_executable(sys.executable)
    environment.add_jars(f"file://{jar}")
    environment.set_parallelism(parallelism)
    environment.enable_checkpointing(2000)
    source = (
        KafkaSource.builder()
        .set_bootstrap_servers(bootstrap)
        .set_topics(topic)
        .set_group_id("pyflink")
        .set_property("isolation.level", "read_committed")
        .set_starting_offsets(KafkaOffsetsInitializer.earliest())
        .set_bounded(KafkaOffsetsInitializer.latest())
        .set_value_only_deserializer(SimpleStringSchema())
        .build()
    )
    times = WatermarkStrategy.for_bounded_out_of_orderness(Duration.of_seconds(OUT_OF_ORDERNESS_SECONDS))
    trade = Types.TUPLE([Types.STRING(), Types.DOUBLE(), Types.LONG(), Types.LONG()])
    counts = (
        environment.from_source(source, WatermarkStrategy.no_watermarks(), "trades")
        .map(parse, output_type=trade)
        .assign_timestamps_and_watermarks(times.with_timestamp_assigner(TradeTime()))
        .key_by(lambda value: value[0], key_type=Types.STRING())
        .window(TumblingEventTimeWindows.of(Time.seconds(WINDOW_SECONDS)))
        .aggregate(Totals(), accumulator_type=Types.PICKLED_BYTE_ARRAY(), output_type=Types.LONG())
    )
    with counts.execute_and_collect() as collected:
        return sum(collected)


def main():
    jar, bootstrap, parallelism, *topics = sys.argv[1:]
    for topic in topics:
        wall, cpu = time.monotonic(), all_cpu_seconds()
        counted = aggregate(jar, bootstrap, int(parallelism), topic)
        print(
            json.dumps({
                "records": counted,
                "wallSeconds": time.monotonic() - wall,
                "cpuSeconds": all_cpu_seconds() - cpu,
            }),
            flush=True,
        )


main()
