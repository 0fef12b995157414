package marketdata.input;

import java.nio.charset.StandardCharsets;

/** JSON strings with escape sequences, which are rare. */
final class JsonStrings {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private JsonStrings() {}

  /** Text of the string that the scanner found in {@code [start, end)}, quotes included. */
  static String decode(byte[] bytes, int start, int end) {
    String text = new String(bytes, start + 1, end - start - 2, StandardCharsets.UTF_8);
    StringBuilder decoded = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      if (next != '\\') {
        decoded.append(next);
      } else if (text.charAt(++index) == 'u') {
        decoded.append((char) Integer.parseInt(text.substring(index + 1, index + 5), 16));
        index += 4;
      } else {
        decoded.append(MEANINGS.charAt(ESCAPES.indexOf(text.charAt(index))));
      }
    }
    return decoded.toString();
  }
}
