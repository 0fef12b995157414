package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickerCacheTest {
  private final TickerCache cache = new TickerCache();

  private String find(String text) {
    byte[] bytes = ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
    return cache.find(bytes, 1, bytes.length - 1);
  }

  @Test
  void aTickerIsOneString() {
    assertEquals("BRK.B", find("BRK.B"));
    assertSame(find("BRK.B"), find("BRK.B"));
  }

  @Test
  void moreTickersThanPlacesAreAllFound() {
    for (int round = 0; round < 2; round++) {
      for (int index = 0; index < 50_000; index++) {
        assertEquals("T" + index, find("T" + index));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1A", ".A", "ABCDEFGHIJKLM", "Ä", "A B"})
  void whatIsNoTickerIsNone(String text) {
    assertNull(find(text));
    assertNull(find(text));
  }
}
