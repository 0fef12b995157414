package marketdata.input;

import java.nio.charset.StandardCharsets;
import marketdata.contract.DeadLetterReason;
import marketdata.contract.StockPrice;

/**
 * Judges a record of the input topic by the contract StockPrice, in one pass over its bytes. It must agree with contracts/refusal.ts on any
 * bytes: of a duplicate key the last counts, 1.0 and 1e2 are integers, and the first wrong field in the contract's order is the reason.
 * One parser serves one thread.
 */
public final class TradeParser {
  private static final int SHOWN_BYTES = 60;

  private final long futureToleranceSeconds;
  private final TickerCache tickers = new TickerCache();
  private final JsonField ticker = new JsonField("ticker");
  private final JsonField price = new JsonField("price");
  private final JsonField volume = new JsonField("volume");
  private final JsonField timestamp = new JsonField("timestamp");
  private final JsonFields fields = new JsonFields(ticker, price, volume, timestamp);
  private byte[] bytes;

  /** @param futureToleranceSeconds seconds that a timestamp may be ahead of the record's Kafka time */
  public TradeParser(long futureToleranceSeconds) {
    this.futureToleranceSeconds = futureToleranceSeconds;
  }

  /**
   * Judges a record. It never throws, whatever the bytes are.
   *
   * @param kafkaMs when the record reached Kafka, in unix milliseconds: the clock of the reader changes nothing
   */
  public InputRecord parse(RawRecord raw, long kafkaMs) {
    InputRecord record = judge(raw, Math.floorDiv(kafkaMs, 1000L));
    record.kafkaMs = kafkaMs;
    return record;
  }

  private InputRecord judge(RawRecord raw, long kafkaSeconds) {
    bytes = raw.value;
    if (bytes == null || bytes.length == 0) {
      return InputRecord.refused(raw, DeadLetterReason.EMPTY, bytes == null ? "The value is null" : "The value has no bytes");
    }
    if (!Utf8.isValid(bytes)) {
      return InputRecord.refused(raw, DeadLetterReason.INVALID_JSON, "The value is not UTF-8");
    }
    try {
      if (!fields.find(bytes)) {
        return InputRecord.refused(raw, DeadLetterReason.NOT_AN_OBJECT, "The value is JSON, but not an object: " + show(0, bytes.length));
      }
    } catch (InvalidJson broken) {
      return InputRecord.refused(raw, DeadLetterReason.INVALID_JSON, "The value is not JSON: " + broken.getMessage());
    }
    return check(raw, kafkaSeconds);
  }

  private InputRecord check(RawRecord raw, long kafkaSeconds) {
    String symbol = symbol();
    if (symbol == null) {
      return refuse(raw, DeadLetterReason.INVALID_TICKER, ticker, "1 to 12 of A-Z, 0-9, dot and hyphen, starting with a letter");
    }
    double amount = number(price);
    if (!(amount > 0 && amount <= Double.MAX_VALUE)) {
      return refuse(raw, DeadLetterReason.INVALID_PRICE, price, "a finite number above 0");
    }
    double shares = number(volume);
    if (!(JsonNumbers.isSafeInteger(shares) && shares >= 0)) {
      return refuse(raw, DeadLetterReason.INVALID_VOLUME, volume, "an integer from 0 to 2^53-1");
    }
    double seconds = number(timestamp);
    if (!(JsonNumbers.isSafeInteger(seconds) && seconds > 0)) {
      return refuse(raw, DeadLetterReason.INVALID_TIMESTAMP, timestamp, "an integer from 1 to 2^53-1, in unix seconds");
    }
    if (seconds > kafkaSeconds + futureToleranceSeconds) {
      return refuse(raw, DeadLetterReason.FUTURE, timestamp, "at most " + futureToleranceSeconds + " s ahead of the record's Kafka time, " + kafkaSeconds);
    }
    StockPrice trade = new StockPrice();
    trade.setTicker(symbol);
    trade.setPrice(amount);
    trade.setVolume((long) shares);
    trade.setTimestamp((long) seconds);
    return InputRecord.accepted(raw, trade, ticker.escaped ? TickerHash.of(symbol) : tickers.hash());
  }

  private InputRecord refuse(RawRecord raw, DeadLetterReason reason, JsonField field, String allowed) {
    String found = field.isPresent() ? "is " + show(field.start, field.end) : "is missing";
    return InputRecord.refused(raw, reason, field.name + " " + found + "; it must be " + allowed);
  }

  /** The ticker, or null when it is not one. */
  private String symbol() {
    if (!ticker.isPresent() || bytes[ticker.start] != '"') {
      return null;
    }
    if (!ticker.escaped) {
      return tickers.find(bytes, ticker.start + 1, ticker.end - 1);
    }
    String text = JsonStrings.decode(bytes, ticker.start, ticker.end);
    return Ticker.isOne(text) ? text : null;
  }

  /** The field's number, or NaN, which no comparison accepts. */
  private double number(JsonField field) {
    if (!field.isPresent()) {
      return Double.NaN;
    }
    byte first = bytes[field.start];
    boolean isNumber = first == '-' || first >= '0' && first <= '9';
    return isNumber ? JsonNumbers.read(bytes, field.start, field.end) : Double.NaN;
  }

  private String show(int start, int end) {
    int length = Math.min(end - start, SHOWN_BYTES);
    return new String(bytes, start, length, StandardCharsets.UTF_8) + (length < end - start ? "…" : "");
  }
}
