package marketdata.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of this process. The just-in-time compiler's is left out: it works off the start of each run for a second or so, which a
 * job that runs for days never notices. Its threads must stay for the whole run (-XX:-UseDynamicNumberOfCompilerThreads).
 */
final class ProcessTime {
  private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Path THREADS = Path.of("/proc/self/task");
  /** Linux tells programs times in ticks of 10 ms, whatever its own are (USER_HZ, https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
  private static final long NANOS_PER_TICK = 10_000_000;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  private static List<Path> compilers;

  private ProcessTime() {}

  static synchronized long nanosWithoutCompiler() {
    if (compilers == null) {
      compilers = compilerThreads();
    }
    return SYSTEM.getProcessCpuTime() - compilers.stream().mapToLong(ProcessTime::nanos).sum();
  }

  private static List<Path> compilerThreads() {
    try (Stream<Path> threads = Files.list(THREADS)) {
      return threads.filter(thread -> read(thread.resolve("comm")).matches("C[12] Compiler.*\\s*")).collect(Collectors.toList());
    } catch (IOException absent) {
      throw new IllegalStateException("The bench needs Linux: it reads " + THREADS, absent);
    }
  }

  private static long nanos(Path thread) {
    String stat = read(thread.resolve("stat"));
    // The name before it, in brackets, may hold spaces.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) * NANOS_PER_TICK;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
