/** Java of the runtime FLINK-1_20 (https://docs.aws.amazon.com/managed-flink/latest/java/getting-started.html#setting-up-prerequisites); it loads no class that was compiled for a later one. */
export const RUNTIME_JAVA = 11;

const SETTINGS = "https://docs.aws.amazon.com/managed-flink/latest/java/reference-flink-settings.title.html";
const MODIFIABLE = "https://docs.aws.amazon.com/managed-flink/latest/java/reference-modifiable-settings.html";
const FLINK = "https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/";

/** After which Flink gives a checkpoint up: an hour, where Flink's own default is ten minutes. */
export const CHECKPOINT_TIMEOUT_MS = 3_600_000;

/** A setting of Flink as Managed Flink has it. */
export interface ManagedSetting {
  /** Flink 1.20's name of it. */
  readonly option: string;
  /** Managed Flink's value, or its default where the application may have another. */
  readonly value: string | number | boolean;
  /** Who can change it: the application's configuration (this project's), a support case with AWS, or nobody. */
  readonly changedBy: "application" | "support case" | "nobody";
  /** AWS's page; Flink's where AWS documents nothing, so that Flink's default is assumed. */
  readonly page: string;
}

/** What Managed Flink fixes, and what it defaults to. The laptop's Flink runs under exactly these (local/services/flink/settings.ts). */
export const MANAGED_SETTINGS: readonly ManagedSetting[] = [
  { option: "execution.checkpointing.interval", value: "60000 ms", changedBy: "application", page: SETTINGS },
  { option: "execution.checkpointing.min-pause", value: "5000 ms", changedBy: "application", page: SETTINGS },
  {
    option: "execution.checkpointing.timeout",
    value: `${CHECKPOINT_TIMEOUT_MS} ms`,
    changedBy: "nobody",
    page: SETTINGS,
  },
  { option: "execution.checkpointing.mode", value: "EXACTLY_ONCE", changedBy: "nobody", page: SETTINGS },
  { option: "execution.checkpointing.max-concurrent-checkpoints", value: 1, changedBy: "nobody", page: SETTINGS },
  { option: "execution.checkpointing.num-retained", value: 1, changedBy: "nobody", page: SETTINGS },
  {
    option: "execution.checkpointing.externalized-checkpoint-retention",
    value: "DELETE_ON_CANCELLATION",
    changedBy: "nobody",
    page: SETTINGS,
  },
  { option: "execution.checkpointing.unaligned.enabled", value: false, changedBy: "support case", page: SETTINGS },
  { option: "execution.checkpointing.tolerable-failed-checkpoints", value: 0, changedBy: "nobody", page: FLINK },
  { option: "execution.checkpointing.incremental", value: true, changedBy: "support case", page: SETTINGS },
  { option: "state.backend.type", value: "rocksdb", changedBy: "support case", page: SETTINGS },
  { option: "execution.state-recovery.from-local", value: true, changedBy: "nobody", page: SETTINGS },
  { option: "restart-strategy.type", value: "exponential-delay", changedBy: "support case", page: MODIFIABLE },
];

/** The settings as Flink's configuration takes them. */
export const managedConfiguration = (): Record<string, ManagedSetting["value"]> =>
  Object.fromEntries(MANAGED_SETTINGS.map(({ option, value }) => [option, value]));
