package marketdata.bench;

/** A program that reads trades and adds them up in windows. */
interface Subject {
  /** Seconds of a window, and how far behind the newest trade a trade may be. */
  int WINDOW_SECONDS = 60;
  int OUT_OF_ORDERNESS_SECONDS = 5;

  /** Processes the first {@code records} of the input to the end and tells {@link Probe} about them. */
  void run(Settings settings, long records) throws Exception;

  /** @throws IllegalArgumentException for a name that none has */
  static Subject named(String name) {
    switch (name) {
      case "job":
        return new JobSubject();
      case "job-in-memory":
        return new InMemorySubject();
      case "sql":
        return new SqlSubject(true);
      case "sql-two-phase":
        return new SqlSubject(false);
      case "loop":
        return new LoopSubject();
      default:
        throw new IllegalArgumentException(
            "There is no subject \"" + name + "\"; there are job, job-in-memory, sql, sql-two-phase and loop");
    }
  }
}
