package marketdata.kafka;

import java.util.concurrent.TimeUnit;
import marketdata.Clock;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import marketdata.input.TradeParser;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads and judges a record in the source itself, because that is where each partition has its own watermark, which only trades may move. A
 * record that is no trade goes on as such: nothing makes the source fail.
 */
public final class InputReader implements KafkaRecordDeserializationSchema<InputRecord> {
  private final long futureToleranceSeconds;
  private final Clock clock;
  private transient TradeParser parser;

  /** @param futureToleranceSeconds seconds that a timestamp may be ahead of the clock */
  public InputReader(long futureToleranceSeconds, Clock clock) {
    this.futureToleranceSeconds = futureToleranceSeconds;
    this.clock = clock;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    parser = new TradeParser(futureToleranceSeconds);
    JobSaslProvider.unregisterWith(context.getUserCodeClassLoader());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<InputRecord> out) {
    RawRecord raw = new RawRecord(
        record.topic(), record.partition(), record.offset(), record.key(), record.value(), record.headers());
    long now = clock.millis();
    InputRecord input = parser.parse(raw, TimeUnit.MILLISECONDS.toSeconds(now));
    input.readDelayMs = record.timestamp() < 0 ? 0 : Math.max(0, now - record.timestamp());
    out.collect(input);
  }

  @Override
  public TypeInformation<InputRecord> getProducedType() {
    return TypeInformation.of(InputRecord.class);
  }
}
