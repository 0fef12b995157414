/** Longest life of a transaction, `transaction.max.timeout.ms` of the brokers: Kafka's default, which MSK keeps. */
const LONGEST_TRANSACTION_MS = 900_000;

/** After which Flink gives a checkpoint up, `execution.checkpointing.timeout`: Flink's default, which Managed Flink keeps. */
const CHECKPOINT_TIMEOUT_MS = 600_000;

/** What a restart may take, from the failure to the commit of what the last checkpoint holds. */
const RESTART_MS = 60_000;

/**
 * Longest time between two checkpoints, in milliseconds. A transaction lasts from one checkpoint to the end of the next one, and a
 * restart may come on top; one that outlasts the brokers' limit is aborted, and its records are lost. The Flink job refuses to start
 * with a longer interval (flink-job/src/main/java/marketdata/config/CheckpointRules.java).
 */
export const LONGEST_CHECKPOINT_INTERVAL_MS = LONGEST_TRANSACTION_MS - CHECKPOINT_TIMEOUT_MS - RESTART_MS;
