package marketdata.input;

import java.nio.charset.StandardCharsets;

/**
 * Tickers that were seen lately, found by their bytes, so that a ticker costs one string and not one a trade. Its size is fixed: of two
 * tickers that fall on the same place the newer one stays. One cache serves one thread.
 */
final class TickerCache {
  private static final int PLACES = 1 << 14;

  private final String[] tickers = new String[PLACES];

  /** The ticker whose ASCII text is {@code [start, end)}, or null when it is not one. */
  String find(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length > Ticker.MAX_LENGTH) {
      return null;
    }
    int hash = 0;
    for (int index = start; index < end; index++) {
      hash = hash * 31 + bytes[index];
    }
    int place = (hash ^ hash >>> 14) & PLACES - 1;
    String known = tickers[place];
    if (known != null && equals(known, bytes, start, length)) {
      return known;
    }
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
