package marketdata.input;

import java.util.Locale;

/**
 * Reads JSON (RFC 8259) token by token out of UTF-8 bytes, with nothing allocated and no recursion, so that no nesting is too deep.
 * It takes what {@code JSON.parse} takes: the contract is defined by that. One scanner serves one thread.
 */
final class JsonScanner {
  private byte[] bytes;
  private int position;
  private boolean escaped;
  /** Whether each open bracket is an object's, one bit a level. */
  private long[] objects = new long[4];

  void reset(byte[] value) {
    bytes = value;
    position = 0;
  }

  int position() {
    return position;
  }

  /** Whether the last string had an escape sequence, and so is not its own bytes. */
  boolean escaped() {
    return escaped;
  }

  /** Skips whitespace and shows the next byte without taking it. */
  byte peek() throws InvalidJson {
    while (position < bytes.length) {
      byte next = bytes[position];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next;
      }
      position++;
    }
    throw new InvalidJson("the text ends at byte " + position + ", before the JSON does");
  }

  /** Skips whitespace and takes one byte, if it is the expected one. */
  boolean take(char expected) throws InvalidJson {
    if (peek() != expected) {
      return false;
    }
    position++;
    return true;
  }

  void expect(char expected) throws InvalidJson {
    if (!take(expected)) {
      throw unexpected("\"" + expected + "\" was expected");
    }
  }

  /** Makes sure that only whitespace is left. */
  void end() throws InvalidJson {
    while (position < bytes.length) {
      byte next = bytes[position];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        throw unexpected("the JSON has ended");
      }
      position++;
    }
  }

  /** Takes a string with its quotes. */
  void string() throws InvalidJson {
    expect('"');
    escaped = false;
    for (byte next = nextInString(); next != '"'; next = nextInString()) {
      if (next == '\\') {
        escaped = true;
        escape();
      } else if (next >= 0 && next < 0x20) {
        position--;
        throw unexpected("a control character must be escaped");
      }
    }
  }

  private byte nextInString() throws InvalidJson {
    if (position == bytes.length) {
      throw new InvalidJson("the text ends at byte " + position + ", inside a string");
    }
    return bytes[position++];
  }

  private void escape() throws InvalidJson {
    byte kind = nextInString();
    if (kind == 'u') {
      for (int digit = 0; digit < 4; digit++) {
        if (Character.digit(nextInString(), 16) < 0) {
          position--;
          throw unexpected("four hexadecimal digits were expected");
        }
      }
    } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
      position--;
      throw unexpected("no such escape sequence");
    }
  }

  /** Takes any value, however deep, and makes sure that it is JSON. */
  void value() throws InvalidJson {
    int depth = 0;
    do {
      depth = open(depth);
      depth = close(depth);
    } while (depth > 0);
  }

  /** Takes opening brackets up to a value that is whole; gives the number of open ones. */
  private int open(int depth) throws InvalidJson {
    int levels = depth;
    while (true) {
      if (take('{')) {
        if (take('}')) {
          return levels;
        }
        push(levels++, true);
        name();
      } else if (take('[')) {
        if (take(']')) {
          return levels;
        }
        push(levels++, false);
      } else {
        scalar();
        return levels;
      }
    }
  }

  /** Takes closing brackets up to a comma that promises another value; gives the number of open ones. */
  private int close(int depth) throws InvalidJson {
    int levels = depth;
    while (levels > 0) {
      boolean object = isObject(levels - 1);
      if (take(',')) {
        if (object) {
          name();
        }
        return levels;
      }
      expect(object ? '}' : ']');
      levels--;
    }
    return levels;
  }

  private void name() throws InvalidJson {
    string();
    expect(':');
  }

  private void push(int level, boolean object) {
    int word = level >> 6;
    if (word == objects.length) {
      objects = java.util.Arrays.copyOf(objects, word * 2);
    }
    long bit = 1L << (level & 63);
    objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
  }

  private boolean isObject(int level) {
    return (objects[level >> 6] & 1L << (level & 63)) != 0;
  }

  private void scalar() throws InvalidJson {
    switch (peek()) {
      case '"':
        string();
        break;
      case 't':
        literal("true");
        break;
      case 'f':
        literal("false");
        break;
      case 'n':
        literal("null");
        break;
      default:
        number();
    }
  }

  private void literal(String word) throws InvalidJson {
    for (int index = 0; index < word.length(); index++) {
      if (position == bytes.length || bytes[position] != word.charAt(index)) {
        throw unexpected("\"" + word + "\" was expected");
      }
      position++;
    }
  }

  private void number() throws InvalidJson {
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
  }

  private boolean skip(char expected) {
    if (position == bytes.length || bytes[position] != expected) {
      return false;
    }
    position++;
    return true;
  }

  private void digits() throws InvalidJson {
    int start = position;
    while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
      position++;
    }
    if (position == start) {
      throw unexpected("a value was expected");
    }
  }

  private InvalidJson unexpected(String why) {
    return position == bytes.length
        ? new InvalidJson("the text ends at byte " + position + ": " + why)
        : new InvalidJson(String.format(Locale.ROOT, "byte 0x%02x at position %d: %s", bytes[position], position, why));
  }
}
