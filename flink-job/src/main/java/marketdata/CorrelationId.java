package marketdata;

/** The id that follows an event through the whole pipeline. */
public final class CorrelationId {
  /** Its header, as in contracts/dead-letter.ts. */
  public static final String HEADER = "correlation_id";

  private CorrelationId() {}
}
