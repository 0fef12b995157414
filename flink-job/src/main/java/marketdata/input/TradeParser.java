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
  private final JsonScanner scanner = new JsonScanner();
  private final TickerCache tickers = new TickerCache();
  private final Field ticker = new Field("ticker");
  private final Field price = new Field("price");
  private final Field volume = new Field("volume");
  private final Field timestamp = new Field("timestamp");
  private final Field[] fields = {ticker, price, volume, timestamp};
  private byte[] bytes;

  /** @param futureToleranceSeconds seconds that a timestamp may be ahead of the clock */
  public TradeParser(long futureToleranceSeconds) {
    this.futureToleranceSeconds = futureToleranceSeconds;
  }

  /**
   * Judges a record. It never throws, whatever the bytes are.
   *
   * @param nowSeconds the clock, in unix seconds
   */
  public InputRecord parse(RawRecord raw, long nowSeconds) {
    bytes = raw.value;
    if (bytes == null || bytes.length == 0) {
      return InputRecord.refused(raw, DeadLetterReason.EMPTY, bytes == null ? "The value is null" : "The value has no bytes");
    }
    if (!Utf8.isValid(bytes)) {
      return InputRecord.refused(raw, DeadLetterReason.INVALID_JSON, "The value is not UTF-8");
    }
    try {
      if (!scan()) {
        return InputRecord.refused(raw, DeadLetterReason.NOT_AN_OBJECT, "The value is JSON, but not an object: " + show(0, bytes.length));
      }
    } catch (InvalidJson broken) {
      return InputRecord.refused(raw, DeadLetterReason.INVALID_JSON, "The value is not JSON: " + broken.getMessage());
    }
    return check(raw, nowSeconds);
  }

  /** Finds the fields; false when the JSON is whole but no object. */
  private boolean scan() throws InvalidJson {
    scanner.reset(bytes);
    for (Field field : fields) {
      field.clear();
    }
    boolean object = scanner.take('{');
    if (!object) {
      scanner.value();
    } else if (!scanner.take('}')) {
      do {
        member();
      } while (scanner.take(','));
      scanner.expect('}');
    }
    scanner.end();
    return object;
  }

  private void member() throws InvalidJson {
    scanner.peek();
    int start = scanner.position();
    scanner.string();
    Field field = named(start, scanner.position(), scanner.escaped());
    scanner.expect(':');
    scanner.peek();
    int valueStart = scanner.position();
    scanner.value();
    if (field != null) {
      // Only a string's own escapes matter; of any other value the flag is not read.
      field.set(valueStart, scanner.position(), scanner.escaped());
    }
  }

  private Field named(int start, int end, boolean escaped) {
    if (escaped) {
      String name = JsonStrings.decode(bytes, start, end);
      for (Field field : fields) {
        if (field.name.equals(name)) {
          return field;
        }
      }
      return null;
    }
    for (Field field : fields) {
      if (field.isNamed(bytes, start + 1, end - 1)) {
        return field;
      }
    }
    return null;
  }

  private InputRecord check(RawRecord raw, long nowSeconds) {
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
    if (seconds > nowSeconds + futureToleranceSeconds) {
      return refuse(raw, DeadLetterReason.FUTURE, timestamp, "at most " + futureToleranceSeconds + " s ahead of the clock, " + nowSeconds);
    }
    StockPrice trade = new StockPrice();
    trade.setTicker(symbol);
    trade.setPrice(amount);
    trade.setVolume((long) shares);
    trade.setTimestamp((long) seconds);
    return InputRecord.accepted(raw, trade);
  }

  private InputRecord refuse(RawRecord raw, DeadLetterReason reason, Field field, String allowed) {
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
  private double number(Field field) {
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

  /** Where a field's value stands in the bytes. */
  private static final class Field {
    private static final int ABSENT = -1;
    final String name;
    private final byte[] nameBytes;
    int start;
    int end;
    boolean escaped;

    Field(String name) {
      this.name = name;
      this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
    }

    void clear() {
      start = ABSENT;
    }

    void set(int from, int to, boolean hasEscapes) {
      start = from;
      end = to;
      escaped = hasEscapes;
    }

    boolean isPresent() {
      return start != ABSENT;
    }

    boolean isNamed(byte[] bytes, int from, int to) {
      return java.util.Arrays.equals(bytes, from, to, nameBytes, 0, nameBytes.length);
    }
  }
}
