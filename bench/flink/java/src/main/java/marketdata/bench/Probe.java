package marketdata.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Times a run from the first poll that brings records to the moment when the windows that came out hold all of them. One runs at a time in
 * a process, because Flink gives no operator a way to reach the program that started it.
 */
public final class Probe {
  private static volatile Probe current;

  private final long expected;
  private final Profiler profiler;
  private final AtomicLong counted = new AtomicLong();
  private final AtomicLong checkpoints = new AtomicLong();
  private final AtomicReference<Moment> start = new AtomicReference<>();
  private final AtomicReference<Moment> end = new AtomicReference<>();

  private Probe(long expected, Profiler profiler) {
    this.expected = expected;
    this.profiler = profiler;
  }

  /** Begins a run over so many records, during which the profiler watches. */
  static Probe begin(long expected, Profiler profiler) {
    current = new Probe(expected, profiler);
    return current;
  }

  /** Records are there to be processed. */
  public static void hasRead() {
    Probe probe = current;
    if (probe.start.get() == null && probe.start.compareAndSet(null, new Moment())) {
      probe.profiler.start();
    }
  }

  /** A window came out that holds so many records. */
  public static void hasCounted(long records) {
    Probe probe = current;
    if (probe.counted.addAndGet(records) == probe.expected) {
      probe.end.set(new Moment());
      probe.profiler.stop();
    }
  }

  /** A checkpoint begins at the sink; those outside the timed part do not count. */
  public static void checkpointBegins() {
    Probe probe = current;
    if (probe.start.get() != null && probe.end.get() == null) {
      probe.checkpoints.incrementAndGet();
    }
  }

  /** @throws IllegalStateException when the windows do not hold all records */
  Result result() {
    if (end.get() == null) {
      throw new IllegalStateException("The windows that came out hold " + counted.get() + " of " + expected + " records");
    }
    double wallSeconds = (end.get().wall - start.get().wall) / 1e9;
    return new Result(expected, wallSeconds, (end.get().cpu - start.get().cpu) / 1e9, checkpoints.get());
  }

  /** Figures of a run, as bench/flink/measure.ts reads them. */
  public static final class Result {
    public final long records;
    public final double wallSeconds;
    public final double cpuSeconds;
    /** Checkpoints that began meanwhile. */
    public final long checkpoints;

    Result(long records, double wallSeconds, double cpuSeconds, long checkpoints) {
      this.records = records;
      this.wallSeconds = wallSeconds;
      this.cpuSeconds = cpuSeconds;
      this.checkpoints = checkpoints;
    }
  }

  private static final class Moment {
    final long wall = System.nanoTime();
    final long cpu = ProcessTime.nanosWithoutCompiler();
  }
}
