import type { ServicesConfig } from "../config";
import { managedFlink } from "./managed-flink";
import { openedPackages } from "./opened-packages";
import type { RestorePoint } from "./runner";
import type { ApplicationDetail } from "./state";

/** Memory of the two processes in MiB; together with the JVMs' own about 1 GB at parallelism 2. */
const MEMORY = {
  jobManagerHeap: 256,
  taskManagerFrameworkHeap: 96,
  taskManagerTaskHeap: 256,
  taskManagerFrameworkOffHeap: 96,
  taskManagerOffHeap: 96,
  networkPerSlot: 32,
  rocksDbPerSlot: 48,
  metaspace: 256,
  taskManagerOverhead: 64,
} as const;

/** Folders and ports of one run. */
export interface RunPlace {
  readonly restPort: number;
  readonly rpcPort: number;
  readonly checkpointDir: string;
  readonly savepointDir: string;
  readonly tmpDir: string;
}

const mib = (size: number) => `${size}m`;

/** Task slots: the job runs on one task manager. */
function slotsOf({ ApplicationConfigurationDescription: c }: ApplicationDetail): number {
  return c.FlinkApplicationConfigurationDescription.ParallelismConfigurationDescription.Parallelism;
}

function networkMib(slots: number): number {
  return Math.max(64, MEMORY.networkPerSlot * slots);
}

/** Flink's configuration: what the application says, as Managed Flink sets it, and the laptop's ports, folders and memory. */
export function flinkConfiguration(
  detail: ApplicationDetail,
  place: RunPlace,
  restore: RestorePoint | undefined,
): Record<string, string | number | boolean> {
  const flink = detail.ApplicationConfigurationDescription.FlinkApplicationConfigurationDescription;
  const checkpoint = flink.CheckpointConfigurationDescription;
  const slots = slotsOf(detail);
  return {
    "jobmanager.rpc.address": "127.0.0.1",
    "jobmanager.rpc.port": place.rpcPort,
    "jobmanager.bind-host": "127.0.0.1",
    "taskmanager.host": "127.0.0.1",
    "taskmanager.bind-host": "127.0.0.1",
    "rest.address": "127.0.0.1",
    "rest.bind-address": "127.0.0.1",
    "rest.port": place.restPort,
    "rest.bind-port": String(place.restPort),
    "web.submit.enable": false,
    "web.cancel.enable": false,
    "io.tmp.dirs": place.tmpDir,
    "parallelism.default": slots,
    "taskmanager.numberOfTaskSlots": slots,
    "taskmanager.cpu.cores": slots,
    "taskmanager.memory.framework.heap.size": mib(MEMORY.taskManagerFrameworkHeap),
    "taskmanager.memory.framework.off-heap.size": mib(MEMORY.taskManagerFrameworkOffHeap),
    "taskmanager.memory.task.heap.size": mib(MEMORY.taskManagerTaskHeap),
    "taskmanager.memory.task.off-heap.size": mib(MEMORY.taskManagerOffHeap),
    "taskmanager.memory.network.min": mib(networkMib(slots)),
    "taskmanager.memory.network.max": mib(networkMib(slots)),
    "taskmanager.memory.managed.size": mib(MEMORY.rocksDbPerSlot * slots),
    "taskmanager.memory.jvm-metaspace.size": mib(MEMORY.metaspace),
    // Only for the container that a task manager has elsewhere, but Flink wants both to be said.
    "taskmanager.memory.jvm-overhead.min": mib(MEMORY.taskManagerOverhead),
    "taskmanager.memory.jvm-overhead.max": mib(MEMORY.taskManagerOverhead),
    ...managedFlink({
      "execution.checkpointing.interval": checkpoint.CheckpointingEnabled
        ? `${checkpoint.CheckpointInterval} ms`
        : undefined,
      "execution.checkpointing.min-pause": `${checkpoint.MinPauseBetweenCheckpoints} ms`,
    }),
    "execution.checkpointing.dir": `file://${place.checkpointDir}`,
    "execution.checkpointing.savepoint-dir": `file://${place.savepointDir}`,
    ...(restore
      ? {
          "execution.state-recovery.path": restore.path,
          "execution.state-recovery.claim-mode": restore.kind === "checkpoint" ? "CLAIM" : "NO_CLAIM",
          "execution.state-recovery.ignore-unclaimed-state": restore.allowNonRestoredState,
        }
      : {}),
  };
}

/** JVM options of both processes. */
export function jvmOptions(
  process: "jobmanager" | "taskmanager",
  detail: ApplicationDetail,
  { java, trustStore }: Pick<ServicesConfig["flink"], "java" | "trustStore">,
): string[] {
  const direct = MEMORY.taskManagerFrameworkOffHeap + MEMORY.taskManagerOffHeap + networkMib(slotsOf(detail));
  const memory =
    process === "jobmanager"
      ? [`-Xmx${mib(MEMORY.jobManagerHeap)}`, "-XX:TieredStopAtLevel=1"]
      : [
          `-Xmx${mib(MEMORY.taskManagerFrameworkHeap + MEMORY.taskManagerTaskHeap)}`,
          `-XX:MaxDirectMemorySize=${mib(direct)}`,
        ];
  const trust = trustStore
    ? [`-Djavax.net.ssl.trustStore=${trustStore.path}`, `-Djavax.net.ssl.trustStorePassword=${trustStore.password}`]
    : [];
  return [
    ...memory,
    "-XX:+UseSerialGC",
    `-XX:MaxMetaspaceSize=${mib(MEMORY.metaspace)}`,
    ...openedPackages(java),
    ...trust,
  ];
}

/**
 * Log4j's configuration: one JSON object a line, with the members that Managed Flink writes
 * (https://docs.aws.amazon.com/managed-flink/latest/java/cloudwatch-logs-reading.html).
 */
export function log4jConfiguration(detail: ApplicationDetail): string {
  const { LogLevel } =
    detail.ApplicationConfigurationDescription.FlinkApplicationConfigurationDescription
      .MonitoringConfigurationDescription;
  const members = [
    '"timestamp":"%d{ISO8601}{UTC}Z"',
    '"messageType":"%p"',
    '"logger":"%c"',
    '"threadName":"%enc{%t}{JSON}"',
    '"message":"%enc{%m}{JSON}"',
    '"throwableInformation":"%enc{%throwable}{JSON}"',
    `"applicationARN":"${detail.ApplicationARN}"`,
    `"applicationVersionId":"${detail.ApplicationVersionId}"`,
    '"messageSchemaVersion":"1"',
  ];
  return `rootLogger.level = ${LogLevel}
rootLogger.appenderRef.file.ref = file
appender.file.name = file
appender.file.type = RollingFile
appender.file.fileName = \${sys:log.file}
appender.file.filePattern = \${sys:log.file}.%i
appender.file.layout.type = PatternLayout
appender.file.layout.alwaysWriteExceptions = false
appender.file.layout.pattern = {${members.join(",")}}%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 20MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 2
`;
}
