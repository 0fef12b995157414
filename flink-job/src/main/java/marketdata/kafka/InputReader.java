package marketdata.kafka;

import marketdata.Clock;
import marketdata.input.InputRecord;
import marketdata.input.Lateness;
import marketdata.input.RawRecord;
import marketdata.input.TradeParser;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and judges a record in the source itself, because that is where each partition has its own watermark, which only trades may move. A
 * record that is no trade goes on as such: nothing makes the source fail.
 */
public final class InputReader implements KafkaRecordDeserializationSchema<InputRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(InputReader.class);

  private final long futureToleranceSeconds;
  private final Lateness lateness;
  private final Clock clock;
  private transient TradeParser parser;
  private transient boolean hasWarned;

  /** @param futureToleranceSeconds seconds that a timestamp may be ahead of the record's Kafka time */
  public InputReader(long futureToleranceSeconds, Lateness lateness, Clock clock) {
    this.futureToleranceSeconds = futureToleranceSeconds;
    this.lateness = lateness;
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
    InputRecord input = lateness.judge(parser.parse(raw, kafkaMs(record, now)));
    input.readDelayMs = record.timestamp() < 0 ? 0 : Math.max(0, now - record.timestamp());
    out.collect(input);
  }

  /** The broker's time. A producer's may be ahead of every clock, and would carry event time along: the reader's clock ends it. */
  private long kafkaMs(ConsumerRecord<byte[], byte[]> record, long now) {
    if (record.timestampType() == TimestampType.LOG_APPEND_TIME) {
      return record.timestamp();
    }
    if (!hasWarned) {
      hasWarned = true;
      LOG.warn(
          "Records of {} have their producers' time ({}). Then the result depends on their clocks, and on when the job reads. Set"
              + " message.timestamp.type of the topic to LogAppendTime.",
          record.topic(), record.timestampType());
    }
    return record.timestamp() < 0 ? now : Math.min(record.timestamp(), now);
  }

  @Override
  public TypeInformation<InputRecord> getProducedType() {
    return TypeInformation.of(InputRecord.class);
  }
}
