package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RawRecordTest {
  private static RawRecord copy(RawRecord record) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    record.write(out);
    RawRecord copy = new RawRecord();
    copy.read(new DataInputDeserializer(out.getCopyOfBuffer()));
    return copy;
  }

  @Test
  void keepsEveryByteOfTheRecord() throws IOException {
    RecordHeaders headers = new RecordHeaders();
    headers.add("a", new byte[] {0, -1}).add("a", new byte[0]).add("é", null);
    RawRecord record = copy(new RawRecord("input", 3, 7, new byte[] {-1}, new byte[] {0, -128}, headers));
    assertEquals("input/3/7", record.source());
    assertArrayEquals(new byte[] {-1}, record.key);
    assertArrayEquals(new byte[] {0, -128}, record.value);
    assertEquals(headers, record.headers);
  }

  @Test
  void keepsWhatIsAbsentAbsent() throws IOException {
    RawRecord record = copy(new RawRecord("input", 0, 0, null, null, new RecordHeaders()));
    assertNull(record.key);
    assertNull(record.value);
    assertNull(record.header("correlation_id"));
  }

  /** Kafka's client shows no bytes of such a name; a dead letter must not be larger than its record. */
  @Test
  void aHeadersNameThatIsNotUtf8DoesNotGrow() throws IOException {
    byte[] name = {'a', -1, -2, (byte) 0xC0, 'b'};
    RecordHeaders headers = new RecordHeaders();
    headers.add(new RecordHeader(ByteBuffer.wrap(name), ByteBuffer.wrap(new byte[] {7})));
    RawRecord record = new RawRecord("input", 0, 0, null, null, headers);
    for (Headers kept : List.of(record.copyOfHeaders(), copy(record).headers)) {
      Header header = kept.iterator().next();
      assertEquals("a???b", header.key());
      assertArrayEquals(new byte[] {7}, header.value());
    }
  }

  @Test
  void theLastHeaderOfANameCounts() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("id", "first".getBytes(StandardCharsets.UTF_8)).add("id", "last".getBytes(StandardCharsets.UTF_8));
    assertEquals("last", new RawRecord("input", 0, 0, null, null, headers).header("id"));
  }
}
