package marketdata.bench;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What a run is told by bench/flink/measure.ts, as one JSON argument. */
public class Settings {
  /** One of {@link Subject#named}'s names. */
  public String subject;
  /** host:port of a plain listener. */
  public String bootstrap;
  /** Topic to read, whose records {@link Market} made. */
  public String topic;
  public int partitions;
  public int parallelism;
  /** Records that are measured. */
  public long records;
  /** Records that each run before reads, in the same process, and that are not measured; 0 for no such run. */
  public long warmUp;
  /** Number of such runs. */
  public int warmUps;
  /** Flink's name of the state backend: hashmap or rocksdb. */
  public String backend;
  /** Folder for checkpoints and other files. */
  public String directory;
  /** File for the stacks that a profiler sees while it is measured; null for no profiler. */
  public String profile;

  /** Where each partition ends for a run over the topic's first records. */
  Map<TopicPartition, Long> ends(long total) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      ends.put(new TopicPartition(topic, partition), total / partitions);
    }
    return ends;
  }
}
