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

  int compareTo(Tick other) {
    return compare(timestamp, partition, offset, other.timestamp, other.partition, other.offset);
  }

  /** Negative when the first place in time is before the second, positive when it is after. */
  static int compare(long timestamp, int partition, long offset, long otherTimestamp, int otherPartition, long otherOffset) {
    if (timestamp != otherTimestamp) {
      return Long.compare(timestamp, otherTimestamp);
    }
    return partition != otherPartition ? Integer.compare(partition, otherPartition) : Long.compare(offset, otherOffset);
  }
}
