package marketdata.bench;

import java.nio.charset.StandardCharsets;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import marketdata.input.TradeParser;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** The job with trades of one ticker out of memory: no broker takes a share of the processors. */
final class InMemorySubject extends JobSubject {
  @Override
  Source<InputRecord, ?, ?> trades(Settings settings, long records) {
    return new DataGeneratorSource<>(
        new OneTicker(records / settings.parallelism), records, TypeInformation.of(InputRecord.class));
  }

  /** Judges bytes as the job's Kafka source does. Each subtask gets numbers in a row, and each such row is the same stretch of time. */
  private static final class OneTicker implements GeneratorFunction<Long, InputRecord> {
    private static final String TICKER = "HOT";
    private static final byte[] KEY = TICKER.getBytes(StandardCharsets.UTF_8);
    /** As many different trades as stay in the processor's reach without being made anew each time. */
    private static final int PREPARED = 100_000;
    private final long trades;
    private transient byte[][] values;
    private transient TradeParser parser;

    OneTicker(long trades) {
      this.trades = trades;
    }

    @Override
    public void open(SourceReaderContext context) {
      Market market = new Market(1);
      values = new byte[PREPARED][];
      for (int index = 0; index < PREPARED; index++) {
        values[index] = market.value(index * Math.max(1, trades / PREPARED), TICKER);
      }
      parser = new TradeParser(FUTURE_TOLERANCE_SECONDS);
      Probe.hasRead();
    }

    @Override
    public InputRecord map(Long number) {
      byte[] value = values[(int) (number % trades * PREPARED / trades)];
      RawRecord raw = new RawRecord("memory", 0, number, KEY, value, Market.headers());
      return parser.parse(raw, System.currentTimeMillis());
    }
  }
}
