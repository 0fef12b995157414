package marketdata.window;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import marketdata.CorrelationId;
import marketdata.contract.StockPrice;
import marketdata.input.RawRecord;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A ticker's window that fills, with the records that it was filled from if they may be late. */
final class HeldWindow {
  final long start;
  /** The same ticker's next window, or null. */
  final HeldWindow next;
  private final PartialWindow partial;
  /** Null when no trade of the window can be late. */
  private final List<RawRecord> records;
  private RawRecord closing;

  HeldWindow(String ticker, long start, long end, boolean keepsRecords, HeldWindow next) {
    this.start = start;
    this.next = next;
    this.partial = new PartialWindow(ticker, start, end);
    this.records = keepsRecords ? new ArrayList<>() : null;
  }

  /** Counts a trade. Gives the bytes that are held because of it. */
  int add(StockPrice trade, RawRecord raw) {
    if (partial.prices.add(trade.getPrice(), trade.getVolume(), trade.getTimestamp(), raw.partition, raw.offset)) {
      closing = raw;
    }
    if (records == null) {
      return 0;
    }
    records.add(raw);
    return raw.size();
  }

  PartialWindow toPartial(LatenessHorizon horizon) throws IOException {
    partial.prices.correlationId = closing.header(CorrelationId.HEADER);
    if (records != null && horizon.covers(partial.end)) {
      DataOutputSerializer out = new DataOutputSerializer(256);
      for (RawRecord record : records) {
        record.write(out);
      }
      partial.records = out.getCopyOfBuffer();
    }
    return partial;
  }
}
