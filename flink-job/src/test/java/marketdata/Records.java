package marketdata;

import java.nio.charset.StandardCharsets;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import marketdata.input.TradeParser;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Input records for tests. Offsets count up in the order of a test's calls. */
public final class Records {
  /** The clock of every test, and Kafka's time, in unix seconds: a whole minute. */
  public static final long NOW = 1_700_000_040;

  private long nextOffset;

  /** A record with this value on partition 0. */
  public InputRecord of(String value) {
    return of(value.getBytes(StandardCharsets.UTF_8), new RecordHeaders());
  }

  public InputRecord of(byte[] value, RecordHeaders headers) {
    return at(nextOffset++, value, headers);
  }

  /** The record with this value at an offset of partition 0. */
  public static InputRecord at(long offset, byte[] value, RecordHeaders headers) {
    return at(offset, value, headers, NOW * 1000);
  }

  /** The same, which reached Kafka at this unix millisecond. */
  public static InputRecord at(long offset, byte[] value, RecordHeaders headers, long kafkaMs) {
    byte[] key = "key".getBytes(StandardCharsets.UTF_8);
    return new TradeParser(300).parse(new RawRecord("input", 0, offset, key, value, headers), kafkaMs);
  }

  public InputRecord trade(String ticker, double price, long volume, long timestamp) {
    return of(json(ticker, price, volume, timestamp));
  }

  /** A trade that reached Kafka at this unix second. */
  public InputRecord trade(long timestamp, long kafkaSeconds) {
    byte[] value = json("A", 1, 1, timestamp).getBytes(StandardCharsets.UTF_8);
    return at(nextOffset++, value, new RecordHeaders(), kafkaSeconds * 1000);
  }

  public InputRecord trade(String ticker, double price, long volume, long timestamp, String correlationId) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(CorrelationId.HEADER, correlationId.getBytes(StandardCharsets.UTF_8));
    return of(json(ticker, price, volume, timestamp).getBytes(StandardCharsets.UTF_8), headers);
  }

  public static String json(String ticker, double price, long volume, long timestamp) {
    return "{\"ticker\":\"" + ticker + "\",\"price\":" + price + ",\"volume\":" + volume + ",\"timestamp\":" + timestamp + "}";
  }
}
