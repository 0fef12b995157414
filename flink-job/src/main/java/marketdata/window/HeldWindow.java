package marketdata.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import marketdata.CorrelationId;
import marketdata.contract.StockPrice;
import marketdata.input.RawRecord;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A ticker's window that fills, with the records that it was filled from if they may be late. */
final class HeldWindow extends TradeTotals {
  private static final int BYTES_AT_FIRST = 256;

  final String ticker;
  /** Start of the window, inclusive, in unix seconds. */
  final long start;
  /** Another window of the same bucket, or null. */
  HeldWindow next;
  private final long end;
  /** Of the closing trade, as {@link CorrelationId#of} gives it. */
  private byte[] correlationId;
  /** As {@link PartialWindow#records}; null when no trade of the window can be late. */
  private final DataOutputSerializer records;

  HeldWindow(String ticker, long start, long end, boolean keepsRecords, HeldWindow next) {
    this.ticker = ticker;
    this.start = start;
    this.end = end;
    this.next = next;
    this.records = keepsRecords ? new DataOutputSerializer(BYTES_AT_FIRST) : null;
  }

  /** Counts a trade. Gives the bytes of its record, if that is held. */
  int add(StockPrice trade, RawRecord raw) {
    if (add(trade.getPrice(), trade.getVolume(), trade.getTimestamp(), raw.partition, raw.offset)) {
      correlationId = CorrelationId.of(raw.headers);
    }
    return records == null ? 0 : keep(raw);
  }

  private int keep(RawRecord raw) {
    int before = records.length();
    try {
      raw.write(records);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A buffer in memory cannot be written", impossible);
    }
    return records.length() - before;
  }

  /** Bytes of the records that are held. */
  int bytes() {
    return records == null ? 0 : records.length();
  }

  /** The event time, in unix milliseconds, from which on the window is over. */
  long lastMillisecond() {
    return PartialWindow.lastMillisecond(end);
  }

  PartialWindow toPartial() {
    PartialWindow partial = new PartialWindow(ticker, start, end, toAccumulator());
    partial.prices.correlationId = CorrelationId.carried(correlationId);
    partial.records = records == null ? null : records.getCopyOfBuffer();
    return partial;
  }
}
