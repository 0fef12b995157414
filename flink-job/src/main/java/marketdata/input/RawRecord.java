package marketdata.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.CopyableValue;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record of the input topic as it arrived, with all that a dead letter has to keep. Key and value may be null.
 *
 * <p>Its headers are as Kafka's client gave them, which decodes them when they are looked at: most trades' never are. Until then they hold on to
 * all that was fetched with them, so who keeps records keeps what {@link #write} writes.
 */
public class RawRecord implements CopyableValue<RawRecord> {
  private static final int ABSENT = -1;
  private static final int VARIABLE_LENGTH = -1;

  public String topic;
  public int partition;
  public long offset;
  public byte[] key;
  public byte[] value;
  public transient Headers headers;

  /** For Flink's serializer. */
  public RawRecord() {}

  public RawRecord(String topic, int partition, long offset, byte[] key, byte[] value, Headers headers) {
    this.topic = topic;
    this.partition = partition;
    this.offset = offset;
    this.key = key;
    this.value = value;
    this.headers = headers;
  }

  /** Where it came from, as {@code topic/partition/offset}. */
  public String source() {
    return topic + "/" + partition + "/" + offset;
  }

  /** Text of the last header of this name, or null. */
  public String header(String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The headers, to be added to. */
  public Headers copyOfHeaders() {
    Headers copy = new RecordHeaders();
    for (Header header : headers) {
      copy.add(nameOf(header), header.value());
    }
    return copy;
  }

  /** Of a name that is not UTF-8 Kafka's client shows no bytes, only U+FFFD, which takes more of them: the record would grow. */
  private static String nameOf(Header header) {
    return header.key().replace('\uFFFD', '?');
  }

  @Override
  public void write(DataOutputView out) throws IOException {
    write(out, topic.getBytes(StandardCharsets.UTF_8));
    out.writeInt(partition);
    out.writeLong(offset);
    write(out, key);
    write(out, value);
    Header[] all = headers.toArray();
    out.writeInt(all.length);
    for (Header header : all) {
      write(out, nameOf(header).getBytes(StandardCharsets.UTF_8));
      write(out, header.value());
    }
  }

  @Override
  public void read(DataInputView in) throws IOException {
    topic = new String(readBytes(in), StandardCharsets.UTF_8);
    partition = in.readInt();
    offset = in.readLong();
    key = readBytes(in);
    value = readBytes(in);
    headers = new RecordHeaders();
    for (int left = in.readInt(); left > 0; left--) {
      headers.add(new String(readBytes(in), StandardCharsets.UTF_8), readBytes(in));
    }
  }

  @Override
  public int getBinaryLength() {
    return VARIABLE_LENGTH;
  }

  @Override
  public void copyTo(RawRecord target) {
    target.topic = topic;
    target.partition = partition;
    target.offset = offset;
    target.key = key;
    target.value = value;
    target.headers = headers;
  }

  @Override
  public RawRecord copy() {
    RawRecord copy = new RawRecord();
    copyTo(copy);
    return copy;
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    RawRecord record = new RawRecord();
    record.read(source);
    record.write(target);
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
