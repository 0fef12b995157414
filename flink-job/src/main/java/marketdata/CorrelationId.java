package marketdata;

/** The id that follows an event through the whole pipeline. */
public final class CorrelationId {
  /** Its header, as in contracts/dead-letter.ts. */
  public static final String HEADER = "correlation_id";

  /**
   * Longest id that an aggregate takes over, in characters. The header is the sender's and may be as large as its topic allows; the output
   * topic allows less, and a record that it refuses would stop the job for ever.
   */
  static final int MAX_LENGTH = 256;

  private CorrelationId() {}

  /**
   * The id that an aggregate takes over from its closing trade.
   *
   * @param id text of the trade's header, or null
   * @return the id, or null when it is not 1 to {@value #MAX_LENGTH} printable ASCII characters
   */
  public static String carried(String id) {
    if (id == null || id.isEmpty() || id.length() > MAX_LENGTH) {
      return null;
    }
    for (int index = 0; index < id.length(); index++) {
      char next = id.charAt(index);
      if (next < ' ' || next > '~') {
        return null;
      }
    }
    return id;
  }
}
