package marketdata.input;

import java.nio.charset.StandardCharsets;

/** JSON numbers as JavaScript reads them: the double that is nearest to the decimal text. */
final class JsonNumbers {
  /** Largest integer up to which a double holds every integer, 2^53 - 1. */
  static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  /** Up to this many digits the digits alone are an exact double. */
  private static final int EXACT_DIGITS = 15;
  private static final long MAX_EXACT = 999_999_999_999_999L;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private JsonNumbers() {}

  /** Reads the number that the scanner found in {@code [start, end)}; one that is too large is infinite. */
  static double read(byte[] bytes, int start, int end) {
    if (end - start > EXACT_DIGITS + 1) {
      return parse(bytes, start, end);
    }
    long digits = 0;
    int index = start;
    while (index < end && isDigit(bytes[index])) {
      digits = digits * 10 + bytes[index++] - '0';
    }
    if (index == end) {
      return digits <= MAX_EXACT ? digits : parse(bytes, start, end);
    }
    int point = index;
    if (bytes[index++] != '.') {
      return parse(bytes, start, end);
    }
    while (index < end && isDigit(bytes[index])) {
      digits = digits * 10 + bytes[index++] - '0';
    }
    // Both operands are exact doubles, so that the one division rounds correctly, as Double.parseDouble does.
    return index == end ? digits / POWERS_OF_TEN[end - point - 1] : parse(bytes, start, end);
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private static double parse(byte[] bytes, int start, int end) {
    return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
  }

  /** Whether JavaScript's Number.isSafeInteger says so. */
  static boolean isSafeInteger(double number) {
    return number == Math.rint(number) && Math.abs(number) <= MAX_SAFE_INTEGER;
  }
}
