/**
 * Versions of Apache Kafka that MSK offers for standard brokers and supports still
 * (https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html). Before 3.8, IAM lets nobody abort a hanging
 * transaction (https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html). The suffix chooses KRaft over ZooKeeper when
 * the cluster is made; 4.x knows KRaft only (https://docs.aws.amazon.com/msk/latest/developerguide/metadata-management.html).
 */
const KAFKA_VERSIONS = ["3.8.x", "3.8.x.kraft", "3.9.x", "3.9.x.kraft", "4.0.x.kraft", "4.1.x.kraft"];
export const KAFKA_VERSION = oneOf(KAFKA_VERSIONS);
export const KAFKA_VERSION_HINT = `be a version of Kafka that MSK offers: ${KAFKA_VERSIONS.join(", ")}`;
/** AWS's recommendation, in the mode in which later versions come. */
export const DEFAULT_KAFKA_VERSION = "3.9.x.kraft";

/** Ending of the versions in KRaft mode. */
export const KRAFT = ".kraft";
/** Brokers of a cluster in KRaft mode, and with ZooKeeper (https://docs.aws.amazon.com/msk/latest/developerguide/limits.html). */
export const MOST_BROKERS = 60;
export const MOST_BROKERS_WITH_ZOOKEEPER = 30;

/** Sizes of standard brokers by family (https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html). */
const SIZES = {
  m5: ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge"],
  m7g: ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"],
};
export const BROKER_TYPE = oneOf(
  Object.entries(SIZES).flatMap(([family, sizes]) => sizes.map((size) => `kafka.${family}.${size}`)),
);
/** Private connectivity is for M5 and M7g (https://docs.aws.amazon.com/msk/latest/developerguide/aws-access-mult-vpc.html). */
export const BROKER_TYPE_HINT =
  "be of the kafka.m5 or kafka.m7g family, such as kafka.m7g.large, in a size that MSK offers: Firehose reads the cluster through MSK's " +
  "multi-VPC private connectivity, which kafka.t3.small does not support; express brokers have storage and settings of another kind";

/**
 * How long a broker keeps a transactional id that nobody uses, in milliseconds: Kafka's default, which MSK Serverless does not let one
 * change. The job takes a new one for each checkpoint, subtask and sink, and they fill the brokers' memory
 * (https://issues.apache.org/jira/browse/FLINK-34554), for which AWS advises a day. But a snapshot names the ids of its transactions, and
 * connector 3.4.0 fails for good on those that Kafka has forgotten (https://github.com/apache/flink-connector-kafka/pull/225): with a day,
 * a job that was stopped over a weekend could not start from its snapshot.
 */
export const TRANSACTIONAL_ID_EXPIRATION_MS = 604_800_000;

/** Where settings may choose how long: `transactional.id.expiration.ms`. */
export const TRANSACTIONAL_ID_EXPIRATION = "transactional.id.expiration.ms";

function oneOf(values: readonly string[]): RegExp {
  return new RegExp(`^(${values.map((value) => value.replaceAll(".", "\\.")).join("|")})$`);
}
