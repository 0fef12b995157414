package marketdata.window;

/**
 * A price and its place in time. Trades of the same second are ordered by partition, then offset, so that opening and closing prices depend
 * neither on the order of arrival nor on how the work is split.
 */
public class Tick {
  public double price;
  public long timestamp;
  public int partition;
  public long offset;

  /** For Flink's POJO serializer. */
  public Tick() {}

  public Tick(double price, long timestamp, int partition, long offset) {
    this.price = price;
    this.timestamp = timestamp;
    this.partition = partition;
    this.offset = offset;
  }

  public boolean isBefore(Tick other) {
    if (timestamp != other.timestamp) {
      return timestamp < other.timestamp;
    }
    return partition != other.partition ? partition < other.partition : offset < other.offset;
  }
}
