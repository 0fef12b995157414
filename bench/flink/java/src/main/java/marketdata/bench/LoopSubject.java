package marketdata.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import marketdata.contract.StockPrice;
import marketdata.input.RawRecord;
import marketdata.input.TradeParser;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The least that must be done: poll, parse with the job's own parser, add up in a hash map. It has no watermark, no lateness, no
 * checkpoints and no shuffle, and its windows come out at the very end. A thread for each degree of parallelism reads partitions of its own.
 */
final class LoopSubject implements Subject {
  private static final Duration POLL = Duration.ofMillis(100);

  @Override
  public void run(Settings settings, long records) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(settings.parallelism);
    try {
      List<Callable<Map<String, Map<Long, Totals>>>> readers = new ArrayList<>();
      for (int reader = 0; reader < settings.parallelism; reader++) {
        Map<TopicPartition, Long> ends = share(settings.ends(records), reader, settings.parallelism);
        readers.add(() -> read(settings, ends));
      }
      for (Future<Map<String, Map<Long, Totals>>> reader : threads.invokeAll(readers)) {
        reader.get().values().forEach(windows -> windows.values().forEach(window -> Probe.hasCounted(window.count)));
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Map<TopicPartition, Long> share(Map<TopicPartition, Long> ends, int reader, int readers) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().partition() % readers == reader)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, Map<Long, Totals>> read(Settings settings, Map<TopicPartition, Long> ends) {
    Map<String, Map<Long, Totals>> windows = new HashMap<>();
    TradeParser parser = new TradeParser(JobSubject.FUTURE_TOLERANCE_SECONDS);
    long left = ends.values().stream().mapToLong(Long::longValue).sum();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (left > 0) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        for (TopicPartition partition : polled.partitions()) {
          long end = ends.get(partition);
          for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
            if (record.offset() < end) {
              add(windows, parser, record);
              left--;
            }
          }
        }
      }
    }
    return windows;
  }

  private static void add(Map<String, Map<Long, Totals>> windows, TradeParser parser, ConsumerRecord<byte[], byte[]> record) {
    RawRecord raw = new RawRecord(
        record.topic(), record.partition(), record.offset(), record.key(), record.value(), record.headers());
    StockPrice trade = parser.parse(raw, record.timestamp()).trade;
    windows.computeIfAbsent(trade.getTicker(), ticker -> new HashMap<>())
        .computeIfAbsent(trade.getTimestamp() / WINDOW_SECONDS, start -> new Totals())
        .add(trade);
  }

  private static Properties consumer(Settings settings) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", settings.bootstrap);
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("enable.auto.commit", "false");
    properties.setProperty("interceptor.classes", ReadProbe.class.getName());
    return properties;
  }

  /** What a window adds up to. */
  private static final class Totals {
    long count;
    double sum;
    double min = Double.POSITIVE_INFINITY;
    double max;
    long volume;
    double open;
    long openedAt = Long.MAX_VALUE;
    double close;
    long closedAt;

    void add(StockPrice trade) {
      count++;
      sum += trade.getPrice();
      min = Math.min(min, trade.getPrice());
      max = Math.max(max, trade.getPrice());
      volume += trade.getVolume();
      if (trade.getTimestamp() < openedAt) {
        openedAt = trade.getTimestamp();
        open = trade.getPrice();
      }
      if (trade.getTimestamp() >= closedAt) {
        closedAt = trade.getTimestamp();
        close = trade.getPrice();
      }
    }
  }
}
