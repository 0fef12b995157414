package marketdata.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where the value of an object's field stands in the bytes, with its quotes if it is a string. */
final class JsonField {
  private static final int ABSENT = -1;

  final String name;
  /** First byte of the value, and the one after its last. */
  int start = ABSENT;
  int end;
  /** Whether the value is a string with an escape sequence. */
  boolean escaped;
  private final byte[] nameBytes;

  JsonField(String name) {
    this.name = name;
    this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
  }

  boolean isPresent() {
    return start != ABSENT;
  }

  void clear() {
    start = ABSENT;
  }

  void set(int from, int to, boolean hasEscapes) {
    start = from;
    end = to;
    escaped = hasEscapes;
  }

  boolean isNamed(byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, from, to, nameBytes, 0, nameBytes.length);
  }
}
