package marketdata.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record of the input topic as it arrived, with all that a dead letter has to keep. Key and value may be null. */
public class RawRecord {
  private static final int ABSENT = -1;
  private static final byte[] NO_HEADERS = {};
  /** Roughly what a record takes besides its bytes. */
  private static final int OVERHEAD = 100;

  public String topic;
  public int partition;
  public long offset;
  public byte[] key;
  public byte[] value;
  /** Headers in {@link #encode}'s form: a list of them would fall to Kryo. */
  public byte[] headers;

  /** For Flink's POJO serializer. */
  public RawRecord() {}

  public RawRecord(String topic, int partition, long offset, byte[] key, byte[] value, Headers headers) {
    this.topic = topic;
    this.partition = partition;
    this.offset = offset;
    this.key = key;
    this.value = value;
    this.headers = encode(headers);
  }

  /** Where it came from, as {@code topic/partition/offset}. */
  public String source() {
    return topic + "/" + partition + "/" + offset;
  }

  /** About how many bytes of memory it takes. */
  public int size() {
    return OVERHEAD + length(key) + length(value) + headers.length;
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  public Headers headers() {
    return decode(headers);
  }

  /** Text of the last header of this name, or null. */
  public String header(String name) {
    return header(headers, name);
  }

  /** The same of a record of which only {@link #headers} are left. */
  public static String header(byte[] headers, String name) {
    Header header = headers.length == 0 ? null : decode(headers).lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Appends this record to a buffer of records. */
  public void write(DataOutputView out) throws IOException {
    write(out, topic.getBytes(StandardCharsets.UTF_8));
    out.writeInt(partition);
    out.writeLong(offset);
    write(out, key);
    write(out, value);
    write(out, headers);
  }

  /** Reads what {@link #write} wrote. */
  public static RawRecord read(DataInputView in) throws IOException {
    RawRecord record = new RawRecord();
    record.topic = new String(readBytes(in), StandardCharsets.UTF_8);
    record.partition = in.readInt();
    record.offset = in.readLong();
    record.key = readBytes(in);
    record.value = readBytes(in);
    record.headers = readBytes(in);
    return record;
  }

  private static byte[] encode(Headers headers) {
    Header[] all = headers.toArray();
    if (all.length == 0) {
      return NO_HEADERS;
    }
    DataOutputSerializer out = new DataOutputSerializer(64);
    try {
      for (Header header : all) {
        // Of a name that is not UTF-8 Kafka's client shows no bytes, only U+FFFD, which takes more of them: the record would grow.
        write(out, header.key().replace('\uFFFD', '?').getBytes(StandardCharsets.UTF_8));
        write(out, header.value());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("A buffer in memory cannot be written", impossible);
    }
    return out.getCopyOfBuffer();
  }

  private static Headers decode(byte[] encoded) {
    Headers headers = new RecordHeaders();
    DataInputDeserializer in = new DataInputDeserializer(encoded);
    try {
      while (in.available() > 0) {
        headers.add(new String(readBytes(in), StandardCharsets.UTF_8), readBytes(in));
      }
    } catch (IOException broken) {
      throw new IllegalStateException("Headers are not in the form in which they were encoded", broken);
    }
    return headers;
  }

  private static void write(DataOutputView out, byte[] bytes) throws IOException {
    out.writeInt(bytes == null ? ABSENT : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static byte[] readBytes(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length == ABSENT) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
