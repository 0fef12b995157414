package marketdata.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Times a run from the first poll that brings records to the moment when the windows that came out hold all of them. One runs at a time in
 * a process, because Flink gives no operator a way to reach the program that started it.
 */
public final class Probe {
  private static volatile Probe current;

  private final long expected;
  private final AtomicLong counted = new AtomicLong();
  private final AtomicReference<Moment> start = new AtomicReference<>();
  private final AtomicReference<Moment> end = new AtomicReference<>();

  private Probe(long expected) {
    this.expected = expected;
  }

  /** Begins a run over so many records. */
  static Probe begin(long expected) {
    current = new Probe(expected);
    return current;
  }

  /** Records are there to be processed. */
  public static void hasRead() {
    Probe probe = current;
    if (probe.start.get() == null) {
      probe.start.compareAndSet(null, Moment.now());
    }
  }

  /** A window came out that holds so many records. */
  public static void hasCounted(long records) {
    Probe probe = current;
    if (probe.counted.addAndGet(records) == probe.expected) {
      probe.end.set(Moment.now());
    }
  }

  /** @throws IllegalStateException when the windows do not hold all records */
  Result result() {
    if (end.get() == null) {
      throw new IllegalStateException("The windows that came out hold " + counted.get() + " of " + expected + " records");
    }
    return new Result(expected, (end.get().wall - start.get().wall) / 1e9, (end.get().cpu - start.get().cpu) / 1e9);
  }

  /** Figures of a run, as bench/flink/measure.ts reads them. */
  public static final class Result {
    public final long records;
    public final double wallSeconds;
    public final double cpuSeconds;

    Result(long records, double wallSeconds, double cpuSeconds) {
      this.records = records;
      this.wallSeconds = wallSeconds;
      this.cpuSeconds = cpuSeconds;
    }
  }

  private static final class Moment {
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    final long wall;
    final long cpu;

    private Moment(long wall, long cpu) {
      this.wall = wall;
      this.cpu = cpu;
    }

    static Moment now() {
      return new Moment(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }
  }
}
