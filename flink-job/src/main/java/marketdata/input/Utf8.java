package marketdata.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
final class Utf8 {
  private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  /** The highest bit of each of eight bytes. */
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private Utf8() {}

  static boolean isValid(byte[] bytes) {
    return isAscii(bytes) || decodes(bytes);
  }

  private static boolean isAscii(byte[] bytes) {
    long seen = 0;
    int index = 0;
    for (; index <= bytes.length - Long.BYTES; index += Long.BYTES) {
      seen |= (long) EIGHT_BYTES.get(bytes, index);
    }
    for (; index < bytes.length; index++) {
      seen |= bytes[index];
    }
    return (seen & NOT_ASCII) == 0;
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }
}
