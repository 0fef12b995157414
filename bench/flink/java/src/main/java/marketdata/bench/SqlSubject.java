package marketdata.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * The same aggregates in Flink SQL. It has no dead letters: it drops what it cannot read and what is late. Its open and close are the
 * first and last trade to arrive, and its checks are weaker than the contract's.
 */
final class SqlSubject implements Subject {
  private final boolean openAndClose;

  /** @param openAndClose without them Flink adds up before the shuffle too, which FIRST_VALUE and LAST_VALUE do not allow */
  SqlSubject(boolean openAndClose) {
    this.openAndClose = openAndClose;
  }

  @Override
  public void run(Settings settings, long records) throws Exception {
    StreamExecutionEnvironment environment = FlinkEnvironment.create(settings);
    environment.getConfig().enableObjectReuse();
    StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
    tables.executeSql(trades(settings, records));
    tables.toDataStream(tables.sqlQuery(windows()))
        .sinkTo(new CountingSink<>(
            (Row window) -> Probe.hasCounted((Long) window.getField("record_count")), Probe::checkpointBegins));
    environment.execute(settings.subject);
  }

  private static String trades(Settings settings, long records) {
    String ends = IntStream.range(0, settings.partitions)
        .mapToObj(partition -> "partition:" + partition + ",offset:" + records / settings.partitions)
        .collect(Collectors.joining(";"));
    return "CREATE TABLE trades (ticker STRING, price DOUBLE, volume BIGINT, `timestamp` BIGINT,"
        + " event_time AS TO_TIMESTAMP_LTZ(`timestamp`, 0),"
        + " WATERMARK FOR event_time AS event_time - INTERVAL '" + OUT_OF_ORDERNESS_SECONDS + "' SECOND) WITH ("
        + option("connector", "kafka")
        + option("topic", settings.topic)
        + option("properties.bootstrap.servers", settings.bootstrap)
        + option("properties.group.id", settings.subject)
        + option("properties.isolation.level", "read_committed")
        + option("properties.interceptor.classes", ReadProbe.class.getName())
        + option("scan.startup.mode", "earliest-offset")
        + option("scan.bounded.mode", "specific-offsets")
        + option("scan.bounded.specific-offsets", ends)
        + option("json.ignore-parse-errors", "true")
        + "'format' = 'json')";
  }

  private static String option(String name, String value) {
    return "'" + name + "' = '" + value + "', ";
  }

  private String windows() {
    return "SELECT ticker, window_start, window_end, COUNT(*) AS record_count, SUM(price) AS price_sum, AVG(price) AS price_avg,"
        + " MIN(price) AS price_min, MAX(price) AS price_max, SUM(volume) AS volume_sum"
        + (openAndClose ? ", FIRST_VALUE(price) AS price_open, LAST_VALUE(price) AS price_close" : "")
        + " FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(event_time), INTERVAL '" + WINDOW_SECONDS + "' SECOND))"
        + " WHERE REGEXP(ticker, '^[A-Z][A-Z0-9.-]{0,11}$') AND price > 0 AND volume >= 0 AND `timestamp` > 0"
        + " GROUP BY ticker, window_start, window_end";
  }
}
