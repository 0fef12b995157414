package marketdata;

import java.io.Serializable;

/** The wall clock, as an argument: tests set the time. */
@FunctionalInterface
public interface Clock extends Serializable {
  /** Unix time in milliseconds. */
  long millis();

  /** The machine's clock. */
  static Clock system() {
    return System::currentTimeMillis;
  }
}
