package marketdata.bench;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes nothing. It gives every result to a receiver, which asks it what it has to know, and says when a checkpoint begins. */
final class CountingSink<T> implements Sink<T> {
  /** Takes a result. */
  interface Receiver<T> extends Serializable {
    void take(T result);
  }

  /** Hears of a checkpoint. */
  interface Listener extends Serializable {
    void checkpointBegins();
  }

  private final Receiver<T> receiver;
  private final Listener listener;

  CountingSink(Receiver<T> receiver, Listener listener) {
    this.receiver = receiver;
    this.listener = listener;
  }

  @Override
  @Deprecated
  public SinkWriter<T> createWriter(InitContext context) throws IOException {
    throw new UnsupportedOperationException("Flink 1.20 calls the other one");
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    boolean first = context.getTaskInfo().getIndexOfThisSubtask() == 0;
    return new SinkWriter<>() {
      @Override
      public void write(T result, Context ignored) {
        receiver.take(result);
      }

      @Override
      public void flush(boolean endOfInput) {
        if (first && !endOfInput) {
          listener.checkpointBegins();
        }
      }

      @Override
      public void close() {}
    };
  }
}
