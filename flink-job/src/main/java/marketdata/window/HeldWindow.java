package marketdata.window;

import java.io.IOException;
import java.io.UncheckedIOException;
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
  HeldWindow next;
  /** Bytes that are held because of it. */
  private int bytes;
  private final PartialWindow partial;
  /** Null when no trade of the window can be late. */
  private final List<RawRecord> records;
  /** Of the closing trade; the rest of its record need not be held. */
  private byte[] closingHeaders = new byte[0];

  HeldWindow(String ticker, long start, long end, boolean keepsRecords, HeldWindow next) {
    this.start = start;
    this.next = next;
    this.partial = new PartialWindow(ticker, start, end);
    this.records = keepsRecords ? new ArrayList<>() : null;
  }

  /** Counts a trade. Gives the bytes that are held because of it, fewer than before when it is negative. */
  int add(StockPrice trade, RawRecord raw) {
    int before = bytes;
    if (partial.prices.add(trade.getPrice(), trade.getVolume(), trade.getTimestamp(), raw.partition, raw.offset)) {
      bytes += raw.headers.length - closingHeaders.length;
      closingHeaders = raw.headers;
    }
    if (records != null) {
      records.add(raw);
      bytes += raw.size();
    }
    return bytes - before;
  }

  int bytes() {
    return bytes;
  }

  /** The event time, in unix milliseconds, from which on the window is over. */
  long lastMillisecond() {
    return PartialWindow.lastMillisecond(partial.end);
  }

  PartialWindow toPartial() {
    partial.prices.correlationId = CorrelationId.carried(RawRecord.header(closingHeaders, CorrelationId.HEADER));
    if (records != null) {
      partial.records = concatenated();
    }
    return partial;
  }

  private byte[] concatenated() {
    DataOutputSerializer out = new DataOutputSerializer(256);
    try {
      for (RawRecord record : records) {
        record.write(out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("A buffer in memory cannot be written", impossible);
    }
    return out.getCopyOfBuffer();
  }
}
