package marketdata;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** A sink that keeps what it gets, for a job that runs in this process. */
final class CollectingSink<T> implements Sink<T> {
  private static final Map<String, List<Object>> COLLECTED = new ConcurrentHashMap<>();
  private final String id = UUID.randomUUID().toString();

  @SuppressWarnings("unchecked")
  List<T> collected() {
    return (List<T>) COLLECTED.getOrDefault(id, List.of());
  }

  @Override
  public SinkWriter<T> createWriter(InitContext context) {
    List<Object> target = COLLECTED.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>());
    return new SinkWriter<T>() {
      @Override
      public void write(T element, Context writerContext) {
        target.add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
