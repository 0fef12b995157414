package marketdata.input;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import marketdata.contract.StockPrice;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The parser's side of the differential test: judges values from the standard input, each after its length in four bytes, and writes one line
 * each in the form of contracts/differential/compare.ts. Compiled and run by scripts/differential/job-verdicts.ts.
 */
public final class ContractVerdicts {
  private static final int FUTURE_TOLERANCE_SECONDS = 300;

  private ContractVerdicts() {}

  /** @param arguments Kafka's time, in unix seconds */
  public static void main(String[] arguments) throws IOException {
    long now = Long.parseLong(arguments[0]);
    TradeParser parser = new TradeParser(FUTURE_TOLERANCE_SECONDS);
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 20));
    try (PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 20), false, StandardCharsets.UTF_8)) {
      for (int count = in.readInt(); count > 0; count--) {
        byte[] value = in.readNBytes(in.readInt());
        out.println(verdict(parser.parse(new RawRecord("input", 0, 0, null, value, new RecordHeaders()), now * 1000)));
      }
    }
  }

  private static String verdict(InputRecord record) {
    if (!record.isTrade()) {
      return record.reason.value();
    }
    StockPrice trade = record.trade;
    String price = String.format(Locale.ROOT, "%016x", Double.doubleToRawLongBits(trade.getPrice()));
    return String.join(
        " ", "valid", trade.getTicker(), price, Long.toString(trade.getVolume()), Long.toString(trade.getTimestamp()));
  }
}
