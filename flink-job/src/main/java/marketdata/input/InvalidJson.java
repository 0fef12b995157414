package marketdata.input;

/** Bytes that are no JSON. Without a stack trace, since a flood of broken records must stay cheap. */
final class InvalidJson extends Exception {
  InvalidJson(String message) {
    super(message, null, false, false);
  }
}
