package marketdata.input;

import marketdata.contract.DeadLetterReason;
import marketdata.contract.StockPrice;

/** A record of the input topic and what the contract says of it: either a trade, or a reason to refuse it. */
public class InputRecord {
  public RawRecord raw;
  /** The trade; null when the record is refused. */
  public StockPrice trade;
  /** {@link TickerHash} of the trade's ticker. */
  public int tickerHash;
  /** Why it is refused; null when it is a trade. */
  public DeadLetterReason reason;
  /** The refusal as a sentence; null when it is a trade. */
  public String detail;

  /** When it reached Kafka, in unix milliseconds, by the topic's broker (LogAppendTime). */
  public long kafkaMs;

  /** How long it had been in the topic when it was read, in milliseconds; 0 when that is not known. */
  public long readDelayMs;

  /** For Flink's POJO serializer. */
  public InputRecord() {}

  private InputRecord(RawRecord raw, StockPrice trade, DeadLetterReason reason, String detail) {
    this.raw = raw;
    this.trade = trade;
    this.reason = reason;
    this.detail = detail;
  }

  static InputRecord accepted(RawRecord raw, StockPrice trade, int tickerHash) {
    InputRecord record = new InputRecord(raw, trade, null, null);
    record.tickerHash = tickerHash;
    return record;
  }

  static InputRecord refused(RawRecord raw, DeadLetterReason reason, String detail) {
    return new InputRecord(raw, null, reason, detail);
  }

  public boolean isTrade() {
    return trade != null;
  }
}
