package marketdata.input;

import java.nio.charset.StandardCharsets;

/**
 * Tickers that were seen lately, found by their bytes, so that a ticker costs one string and not one a trade. Its size is fixed: where
 * tickers crowd, a new one takes the place of another. One cache serves one thread.
 */
final class TickerCache {
  private static final int BITS = 15;
  private static final int PLACES = 1 << BITS;
  /** Places in a row where a ticker can be. */
  private static final int PROBES = 8;

  private final String[] tickers = new String[PLACES];
  private int hash;

  /** The ticker whose ASCII text is {@code [start, end)}, or null when it is not one. */
  String find(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length > Ticker.MAX_LENGTH) {
      return null;
    }
    hash = TickerHash.of(bytes, start, end);
    int place = hash >>> Integer.SIZE - BITS;
    for (int probe = 0; probe < PROBES; probe++) {
      String known = tickers[place + probe & PLACES - 1];
      if (known == null) {
        return add(place + probe & PLACES - 1, bytes, start, length);
      }
      if (equals(known, bytes, start, length)) {
        return known;
      }
    }
    return add(place, bytes, start, length);
  }

  /** {@link TickerHash} of the ticker that was found last. */
  int hash() {
    return hash;
  }

  private String add(int place, byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    if (!Ticker.isOne(text)) {
      return null;
    }
    tickers[place] = text;
    return text;
  }

  private static boolean equals(String text, byte[] bytes, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int index = 0; index < length; index++) {
      if (text.charAt(index) != bytes[start + index]) {
        return false;
      }
    }
    return true;
  }
}
