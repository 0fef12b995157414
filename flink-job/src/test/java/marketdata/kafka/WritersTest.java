package marketdata.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import marketdata.contract.DeadLetterReason;
import marketdata.contract.StockAggregate;
import marketdata.input.RawRecord;
import marketdata.output.DeadLetter;
import marketdata.output.WindowResult;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class WritersTest {
  private static final long WINDOW_TIME = 1000;

  private static StockAggregate aggregate() {
    StockAggregate aggregate = new StockAggregate();
    aggregate.setTicker("AMZN");
    aggregate.setWindowStart(60);
    aggregate.setWindowEnd(120);
    aggregate.setRecordCount(2);
    aggregate.setPriceSum(Double.MAX_VALUE);
    return aggregate;
  }

  private static ProducerRecord<byte[], byte[]> write(WindowResult result) {
    AggregateWriter writer = new AggregateWriter("output");
    writer.open(new ReleaseHooks(), null);
    return writer.serialize(result, null, WINDOW_TIME);
  }

  private static String text(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(" | "));
  }

  @Test
  void anAggregateIsJsonWithTheContractsNames() throws Exception {
    ProducerRecord<byte[], byte[]> record = write(new WindowResult(aggregate(), "id-1"));
    assertEquals("AMZN", new String(record.key(), StandardCharsets.UTF_8));
    assertEquals(
        "{\"ticker\":\"AMZN\",\"window_start\":60,\"window_end\":120,\"record_count\":2,\"price_sum\":1.7976931348623157E308,"
            + "\"price_avg\":0.0,\"price_min\":0.0,\"price_max\":0.0,\"price_open\":0.0,\"price_close\":0.0,\"volume_sum\":0}",
        new String(record.value(), StandardCharsets.UTF_8));
    assertEquals(aggregate(), new ObjectMapper().readValue(record.value(), StockAggregate.class));
    assertEquals("correlation_id=id-1", text(record.headers()));
  }

  @Test
  void anAggregateWithoutACorrelationIdHasNoHeader() {
    assertEquals("", text(write(new WindowResult(aggregate(), null)).headers()));
  }

  /** In the state of an earlier version. */
  @Test
  void anAggregateIsNotLargerThanItsTopicAllows() {
    assertEquals("", text(write(new WindowResult(aggregate(), "x".repeat(1 << 20))).headers()));
  }

  @Test
  void oldWindowsAreNotOldRecords() {
    assertNull(write(new WindowResult(aggregate(), null)).timestamp());
  }

  @Test
  void aDeadLetterKeepsTheRecordAndAddsWhy() {
    Headers original = new RecordHeaders().add("correlation_id", "id-1".getBytes(StandardCharsets.UTF_8));
    RawRecord raw = new RawRecord("input", 3, 7, new byte[] {1}, new byte[] {-1, 0}, original);
    ProducerRecord<byte[], byte[]> record = new DeadLetterWriter("dlq", () -> 1_700_000_000_123L)
        .serialize(new DeadLetter(raw, DeadLetterReason.INVALID_PRICE, "price is -1"), null, WINDOW_TIME);
    assertArrayEquals(new byte[] {-1, 0}, record.value());
    assertArrayEquals(new byte[] {1}, record.key());
    assertNull(record.timestamp());
    assertEquals(
        "correlation_id=id-1 | dlq.reason=invalid_price | dlq.detail=price is -1 | dlq.source=input/3/7"
            + " | dlq.at=2023-11-14T22:13:20.123Z",
        text(record.headers()));
  }

  @Test
  void aTombstoneStaysATombstone() {
    RawRecord raw = new RawRecord("input", 0, 0, null, null, new RecordHeaders());
    ProducerRecord<byte[], byte[]> record = new DeadLetterWriter("dlq", () -> 0)
        .serialize(new DeadLetter(raw, DeadLetterReason.EMPTY, "The value is null"), null, null);
    assertNull(record.key());
    assertNull(record.value());
  }
}
