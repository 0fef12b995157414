package marketdata.input;

/** What a ticker may be: 1 to 12 of A-Z, 0-9, dot and hyphen, starting with a letter. */
final class Ticker {
  static final int MAX_LENGTH = 12;

  private Ticker() {}

  static boolean isOne(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return false;
    }
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      boolean letter = next >= 'A' && next <= 'Z';
      boolean other = next >= '0' && next <= '9' || next == '.' || next == '-';
      if (!letter && (index == 0 || !other)) {
        return false;
      }
    }
    return true;
  }
}
