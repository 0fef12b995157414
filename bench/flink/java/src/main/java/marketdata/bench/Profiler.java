package marketdata.bench;

import java.io.IOException;
import one.profiler.AsyncProfiler;

/** Samples stacks of all threads that use a processor, or does nothing. Its samples are of processor time, one a millisecond. */
final class Profiler {
  /** Watches nothing. */
  static final Profiler NONE = new Profiler(null);

  private final String file;

  private Profiler(String file) {
    this.file = file;
  }

  /** @param file gets the stacks, one a line as {@code outer;…;inner count}; null for {@link #NONE} */
  static Profiler into(String file) {
    return file == null ? NONE : new Profiler(file);
  }

  void start() {
    execute("start,event=itimer,interval=1ms");
  }

  void stop() {
    execute("stop,collapsed,file=" + file);
  }

  private void execute(String command) {
    if (file == null) {
      return;
    }
    try {
      AsyncProfiler.getInstance().execute(command);
    } catch (IOException broken) {
      throw new IllegalStateException("The profiler does not take " + command, broken);
    }
  }
}
