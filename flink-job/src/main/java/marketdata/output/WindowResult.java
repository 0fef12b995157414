package marketdata.output;

import marketdata.contract.StockAggregate;

/** A closed window, and the correlation id of the trade that made its closing price (null when that trade had none). */
public class WindowResult {
  public StockAggregate aggregate;
  public String correlationId;

  /** For Flink's POJO serializer. */
  public WindowResult() {}

  public WindowResult(StockAggregate aggregate, String correlationId) {
    this.aggregate = aggregate;
    this.correlationId = correlationId;
  }
}
