package marketdata;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

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

  /** Bytes of the id among a record's headers, of which the last of a name counts; null when there is none or one of more than {@value #MAX_LENGTH}. */
  public static byte[] of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    byte[] id = header == null ? null : header.value();
    return id == null || id.length > MAX_LENGTH ? null : id;
  }

  /** The id that an aggregate takes over, given what {@link #of} has found; as of its text. */
  public static String carried(byte[] id) {
    return id == null ? null : carried(new String(id, StandardCharsets.UTF_8));
  }

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
