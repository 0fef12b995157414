package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TickerHashTest {
  /** Each two letters are one of two pairs of one String.hashCode. */
  static List<String> tickersOfOneHashCode() {
    List<String> tickers = List.of("");
    for (int pair = 0; pair < 6; pair++) {
      tickers = tickers.stream().flatMap(start -> Stream.of(start + "AX", start + "B9")).collect(Collectors.toList());
    }
    return tickers;
  }

  @Test
  void isThatOfTheBytesWhereverTheyAre() {
    byte[] bytes = "..ABCDEFGHIJKL..".getBytes(StandardCharsets.US_ASCII);
    assertEquals(TickerHash.of("ABCDEFGHIJKL"), TickerHash.of(bytes, 2, 14));
  }

  @Test
  void tickersOfOneHashCodeAreApart() {
    List<String> tickers = tickersOfOneHashCode();
    assertEquals(64, tickers.size());
    assertEquals(1, tickers.stream().map(String::hashCode).distinct().count());
    assertTrue(tickers.stream().map(TickerHash::of).distinct().count() >= 63);
  }

  /** Both ends of the number are used. By chance, 100,000 numbers of 32 bits have one or two pairs. */
  @Test
  void scattersTickers() {
    List<Integer> hashes = IntStream.range(0, 100_000).mapToObj(number -> TickerHash.of("T" + number)).collect(Collectors.toList());
    assertTrue(hashes.stream().distinct().count() > 99_980);
    for (int shift : new int[] {0, 17}) {
      int[] counts = new int[1 << 15];
      hashes.forEach(hash -> counts[hash >>> shift & 0x7fff]++);
      assertTrue(IntStream.of(counts).max().orElseThrow() < 25, "shift " + shift);
    }
  }
}
