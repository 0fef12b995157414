package marketdata.input;

/** Finds some fields of an object in one pass over its bytes; of a duplicate key the last one counts. It serves one thread. */
final class JsonFields {
  private final JsonScanner scanner = new JsonScanner();
  private final JsonField[] fields;
  private byte[] bytes;
  /** The field that comes next if they come in their order, as they do from most senders. */
  private int expected;

  JsonFields(JsonField... fields) {
    this.fields = fields;
  }

  /**
   * Finds the fields.
   *
   * @param value UTF-8
   * @return false when the value is JSON, but no object
   * @throws InvalidJson when it is no JSON, whether in the fields or elsewhere
   */
  boolean find(byte[] value) throws InvalidJson {
    bytes = value;
    scanner.reset(value);
    expected = 0;
    for (JsonField field : fields) {
      field.clear();
    }
    boolean object = scanner.take('{');
    if (!object) {
      scanner.value();
    } else if (!scanner.take('}')) {
      do {
        member();
      } while (scanner.take(','));
      scanner.expect('}');
    }
    scanner.end();
    return object;
  }

  private void member() throws InvalidJson {
    scanner.peek();
    int start = scanner.position();
    scanner.string();
    JsonField field = named(start, scanner.position(), scanner.escaped());
    scanner.expect(':');
    scanner.peek();
    int valueStart = scanner.position();
    scanner.value();
    if (field != null) {
      // Only a string's own escapes matter; of any other value the flag is not read.
      field.set(valueStart, scanner.position(), scanner.escaped());
    }
  }

  private JsonField named(int start, int end, boolean escaped) {
    if (escaped) {
      String name = JsonStrings.decode(bytes, start, end);
      for (JsonField field : fields) {
        if (field.name.equals(name)) {
          return field;
        }
      }
      return null;
    }
    for (int tried = 0; tried < fields.length; tried++) {
      JsonField field = fields[expected];
      expected = expected + 1 == fields.length ? 0 : expected + 1;
      if (field.isNamed(bytes, start + 1, end - 1)) {
        return field;
      }
    }
    return null;
  }
}
