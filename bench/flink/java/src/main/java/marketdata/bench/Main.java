package marketdata.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/** Runs one subject some times to warm up and once more, and prints the last run's figures as a line of JSON. */
public final class Main {
  private static final long QUIET_MS = 300;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Settings settings = json.readValue(arguments[0], Settings.class);
    Subject subject = Subject.named(settings.subject);
    for (int run = 0; run < settings.warmUps && settings.warmUp > 0; run++) {
      measure(subject, settings, settings.warmUp, Profiler.NONE);
      awaitCompiler();
    }
    System.gc();
    Probe.Result result = measure(subject, settings, settings.records, Profiler.into(settings.profile));
    System.out.println(json.writeValueAsString(result));
    // Flink leaves threads behind that would keep the process.
    System.exit(0);
  }

  private static Probe.Result measure(Subject subject, Settings settings, long records, Profiler profiler)
      throws Exception {
    Probe probe = Probe.begin(records, profiler);
    subject.run(settings, records);
    return probe.result();
  }

  /** Waits until the just-in-time compiler has worked off what the warm-up left it: a job that runs for days has that behind it. */
  private static void awaitCompiler() throws InterruptedException {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    for (long before = -1; before != compiler.getTotalCompilationTime(); ) {
      before = compiler.getTotalCompilationTime();
      Thread.sleep(QUIET_MS);
    }
  }
}
