package marketdata.input;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hash codes of tickers from a random seed of each process, so that nobody can choose tickers for the same one. It multiplies eight
 * bytes at a time to 128 bits and folds them, which takes each bit of the seed to each bit of the result.
 */
public final class TickerHash {
  private static final long SEED = ThreadLocalRandom.current().nextLong();
  private static final long MULTIPLIER = ThreadLocalRandom.current().nextLong() | 1;

  private TickerHash() {}

  /** Of the ASCII text {@code [start, end)}. */
  static int of(byte[] bytes, int start, int end) {
    long hash = SEED ^ (end - start);
    long eight = 0;
    int count = 0;
    for (int index = start; index < end; index++) {
      eight = eight << 8 | bytes[index] & 0xff;
      if (++count == 8) {
        hash = mix(hash ^ eight);
        eight = 0;
        count = 0;
      }
    }
    return (int) mix(hash ^ eight);
  }

  /** The same of a text. */
  public static int of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return of(bytes, 0, bytes.length);
  }

  private static long mix(long value) {
    long mixed = value ^ value >>> 32;
    return Math.multiplyHigh(mixed, MULTIPLIER) ^ mixed * MULTIPLIER;
  }
}
