package marketdata.output;

import marketdata.contract.DeadLetterReason;
import marketdata.input.RawRecord;

/** A record that no window counts, and why. */
public class DeadLetter {
  public RawRecord raw;
  public DeadLetterReason reason;
  /** A sentence that names the field, the value and what is allowed. */
  public String detail;

  /** For Flink's POJO serializer. */
  public DeadLetter() {}

  public DeadLetter(RawRecord raw, DeadLetterReason reason, String detail) {
    this.raw = raw;
    this.reason = reason;
    this.detail = detail;
  }
}
