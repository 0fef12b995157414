package marketdata.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import marketdata.CorrelationId;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The trades of the bench, each made from its number alone. */
final class Market {
  /** 2026-01-01, the beginning of a window. */
  private static final long START_SECONDS = 1_767_225_600L;
  private static final int TRADES_PER_SECOND = 10_000;
  /** Seconds that a trade is at most behind the newest one, less than what the jobs wait for. */
  private static final int DISORDER_SECONDS = 4;
  /** As long as the producer's, which gives one to all records of an invocation. */
  private static final byte[] CORRELATION_ID = new UUID(0, 0).toString().getBytes(StandardCharsets.US_ASCII);

  private final String[] tickers;

  Market(int tickers) {
    this.tickers =
        IntStream.range(0, tickers)
            .mapToObj(number -> String.format(Locale.ROOT, "S%04d", number))
            .toArray(String[]::new);
  }

  String ticker(long number) {
    // Multiplying by an odd constant scatters the numbers, so that no partition has tickers of its own.
    long scattered = number * 0x9E3779B97F4A7C15L >>> 33;
    return tickers[(int) (scattered % tickers.length)];
  }

  /** About 75 bytes, as the producer writes it. */
  byte[] value(long number, String ticker) {
    String text = "{\"ticker\":\"" + ticker + "\",\"price\":" + (10_000 + number * 37 % 10_000) / 100.0
        + ",\"volume\":" + (1 + number % 1000) + ",\"timestamp\":" + timestamp(number) + "}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As the producer sends them. */
  static Headers headers() {
    return new RecordHeaders().add(CorrelationId.HEADER, CORRELATION_ID);
  }

  /** Unix seconds at which the trade is sent. */
  static long sentAt(long number) {
    return START_SECONDS + DISORDER_SECONDS + number / TRADES_PER_SECOND;
  }

  private static long timestamp(long number) {
    return sentAt(number) - number % (DISORDER_SECONDS + 1);
  }
}
