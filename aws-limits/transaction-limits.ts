/** Longest life of a transaction, `transaction.max.timeout.ms` of the brokers: Kafka's default, which MSK keeps. */
const LONGEST_TRANSACTION_MS = 900_000;

/** What a restart may take, from the failure to the commit of what the last checkpoint holds. */
const RESTART_MS = 60_000;

/**
 * Longest time between two checkpoints, in milliseconds. A transaction is open from one checkpoint until the next one is complete, and a
 * restart may come on top; one that outlasts the brokers' limit is aborted, and its records are lost. So an interval may take half of the
 * time, and leaves the other half to the checkpoint. No setting keeps a checkpoint within it, because Managed Flink gives one up after an
 * hour only. The Flink job refuses to start with a longer interval, and warns of the longest checkpoint that loses nothing
 * (flink-job/src/main/java/marketdata/config/CheckpointRules.java).
 */
export const LONGEST_CHECKPOINT_INTERVAL_MS = (LONGEST_TRANSACTION_MS - RESTART_MS) / 2;
