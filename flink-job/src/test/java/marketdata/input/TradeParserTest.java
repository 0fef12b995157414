package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketdata.contract.DeadLetterReason;
import marketdata.contract.StockPrice;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TradeParserTest {
  private static final long NOW = 1_700_000_100;
  private static final String TRADE = "{\"ticker\":\"AMZN\",\"price\":178.25,\"volume\":100,\"timestamp\":1700000000}";

  private final TradeParser parser = new TradeParser(300);

  private InputRecord parse(byte[] value) {
    return parser.parse(new RawRecord("input", 3, 7, null, value, new RecordHeaders()), NOW * 1000);
  }

  private InputRecord parse(String value) {
    return parse(value.getBytes(StandardCharsets.UTF_8));
  }

  /** The cases that contracts/generate.ts judged by the zod contract. */
  static Stream<Arguments> contractCases() throws IOException {
    JsonNode file = new ObjectMapper().readTree(TradeParserTest.class.getResource("/contract-cases.generated.json"));
    assertEquals(NOW, file.get("now").asLong());
    return StreamSupport.stream(file.get("cases").spliterator(), false).map(test -> Arguments.of(test.get("name").asText(), test));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contractCases")
  void agreesWithTheContract(String name, JsonNode test) throws IOException {
    InputRecord record = parse(test.get("base64").binaryValue());
    if (test.has("reason")) {
      assertEquals(test.get("reason").asText(), record.isTrade() ? "valid" : record.reason.value());
    } else {
      StockPrice expected = new ObjectMapper().treeToValue(test.get("trade"), StockPrice.class);
      assertEquals(expected, record.trade, record.detail);
    }
  }

  @Test
  void aTombstoneIsEmpty() {
    assertEquals(DeadLetterReason.EMPTY, parse((byte[]) null).reason);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "price is -1; it must be a finite number above 0 | 178.25 | -1",
    "volume is \"1\"; it must be an integer from 0 to 2^53-1 | 100 | \"1\"",
    "timestamp is 1700000401; it must be at most 300 s ahead of the record's Kafka time, 1700000100 | 1700000000 | 1700000401",
    "ticker is \"amzn\"; it must be 1 to 12 of A-Z, 0-9, dot and hyphen, starting with a letter | \"AMZN\" | \"amzn\"",
    "The value is not JSON: byte 0x78 at position 57: a value was expected | 1700000000 | x",
  })
  void aRefusalNamesTheFieldTheValueAndWhatIsAllowed(String detail, String from, String to) {
    assertEquals(detail, parse(TRADE.replace(from, to)).detail);
  }

  @Test
  void aRefusalNamesAMissingField() {
    assertTrue(parse("{\"ticker\":\"A\"}").detail.startsWith("price is missing; it must be "));
  }

  @Test
  void aLongValueIsShownInPart() {
    assertTrue(parse("{\"ticker\":\"" + "A".repeat(1_000_000) + "\"}").detail.length() < 200);
  }

  @Test
  void noNestingIsTooDeep() {
    String nested = "[".repeat(1_000_000) + "]".repeat(1_000_000);
    assertTrue(parse(TRADE.replace("}", ",\"a\":" + nested + "}")).isTrade());
    assertEquals(DeadLetterReason.INVALID_JSON, parse("[".repeat(1_000_000)).reason);
  }

  @Test
  void mutatedBytesAreJudgedAndNeverThrow() {
    Random random = new Random(42);
    for (int round = 0; round < 20_000; round++) {
      byte[] value = TRADE.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change < 1 + round % 3; change++) {
        value[random.nextInt(value.length)] = (byte) random.nextInt(256);
      }
      InputRecord record = parse(value);
      assertTrue(record.isTrade() != (record.reason != null));
    }
  }

  @Test
  void numbersAreTheDoublesNearestToTheirText() {
    Random random = new Random(42);
    for (int round = 0; round < 50_000; round++) {
      int decimals = random.nextInt(12);
      String text = Math.abs(random.nextLong() % 1_000_000_000) + (decimals == 0 ? "" : "." + digits(random, decimals));
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      assertEquals(Double.parseDouble(text), JsonNumbers.read(bytes, 0, bytes.length), text);
    }
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    random.ints(count, 0, 10).forEach(digits::append);
    return digits.toString();
  }
}
