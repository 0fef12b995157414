import { join } from "node:path";
import { kafkaClient } from "./broker/client";
import type { ServicesConfig } from "./config";
import { EmulatorClient } from "./emulator/client";
import { Glue } from "./emulator/glue";
import { Lambda } from "./emulator/lambda";
import { CloudWatchLogs } from "./emulator/logs";
import { CloudWatchMetrics } from "./emulator/metrics";
import { roleCheck } from "./emulator/roles";
import { S3 } from "./emulator/s3";
import { EventSourceWorkers } from "./event-source/workers";
import { featureGroupService } from "./feature-store/groups";
import { featureStoreRuntime } from "./feature-store/runtime";
import { EMPTY_FEATURE_STORE } from "./feature-store/state";
import { FeatureStores } from "./feature-store/stores";
import { firehoseRules } from "./firehose/rules";
import { EMPTY_FIREHOSE } from "./firehose/state";
import { firehoseService } from "./firehose/streams";
import { FirehoseWorkers } from "./firehose/workers";
import { applicationFigures } from "./flink/figures";
import { IdleJobRunner } from "./flink/idle-job-runner";
import { logFile } from "./flink/job-run";
import { LocalJobRunner } from "./flink/job-runner";
import { Lifecycle } from "./flink/lifecycle";
import { LogShipper } from "./flink/log-shipper";
import { flinkService } from "./flink/service";
import { EMPTY_FLINK } from "./flink/state";
import { interfaceUsers } from "./interfaces";
import { kafkaService } from "./kafka/service";
import { EMPTY_KAFKA } from "./kafka/state";
import { log, reason } from "./log";
import { MetricReporter } from "./metric-reporter";
import { ParquetWriter } from "./parquet";
import { createAwsServer } from "./protocol/server";
import { Store } from "./state/store";
import { kafkaFigures } from "./status";
import { type PartHealth, WorkerSet } from "./workers";

/** How often workers are compared with what is wanted, in milliseconds. */
const RECONCILE_MS = 2_000;
/** How often the offline stores and the jobs' logs are written, in milliseconds. AWS takes up to 15 minutes for the offline stores. */
const FLUSH_MS = 5_000;
/** CloudWatch's resolution of AWS's own metrics, in milliseconds. */
const METRICS_MS = 60_000;

/** Calls `work` again and again, never twice at a time. */
function repeat(work: () => Promise<void>, everyMs: number): () => void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    void work()
      .catch((error) => log("error", "a repeated task failed", { detail: reason(error) }))
      .finally(() => {
        running = false;
      });
  }, everyMs);
  return () => clearInterval(timer);
}

/** Every local service, wired; `server` is not listening yet. */
export function createServices(config: ServicesConfig) {
  const open = <T extends object>(name: string, initial: T) => Store.open(config.stateDir, name, initial);
  const kafka = open("kafka", EMPTY_KAFKA);
  const flink = open("flink", EMPTY_FLINK);
  const firehose = open("firehose", EMPTY_FIREHOSE);
  const featureGroups = open("feature-groups", EMPTY_FEATURE_STORE);

  const client = new EmulatorClient(config);
  const s3 = new S3(client);
  const glue = new Glue(client);
  const roleProblem = roleCheck(client);
  const parquet = new ParquetWriter(join(config.stateDir, "tmp"));

  const runner = config.flink.runsJobs ? new LocalJobRunner(config, s3) : new IdleJobRunner();
  const lifecycle = new Lifecycle(flink, runner);
  const jobLogs = (name: string) => [logFile(config, name, "jobmanager"), logFile(config, name, "taskmanager")];
  const shipper = new LogShipper(flink, jobLogs, new CloudWatchLogs(client));
  const stores = new FeatureStores(join(config.stateDir, "feature-store"), featureGroups, s3, glue, parquet);
  const delivery = new FirehoseWorkers(firehose, config, { s3, glue, parquet, region: config.region });
  const mappings = new EventSourceWorkers(config, client, new Lambda(client), s3);
  const figuresOfKafka = () => kafkaFigures(kafkaClient(config, "local-status"));
  const reporter = new MetricReporter(new CloudWatchMetrics(client), {
    firehose: () => delivery.figures,
    kafka: figuresOfKafka,
    clusters: () => Object.values(kafka.value.clusters).map(({ clusterName }) => clusterName),
  });
  const workerSets = [new WorkerSet("firehose", delivery.wanted), new WorkerSet("event sources", mappings.wanted)];

  const health = (): { parts: PartHealth[] } => ({
    parts: [...workerSets.flatMap((set) => set.health), ...runner.health, stores.health],
  });
  const status = async () => ({
    kafka: await figuresOfKafka(),
    flink: await runner.figures(),
    firehose: delivery.figures,
    featureStore: stores.figures,
    eventSources: mappings.figures,
  });

  // Asks no broker, so that it answers whatever happens to Kafka.
  const inventory = async () => ({
    applications: await applicationFigures(flink.value, runner),
    deliveryStreams: Object.keys(firehose.value.streams),
    featureGroups: Object.keys(featureGroups.value.groups),
  });

  const server = createAwsServer(
    [
      flinkService({ store: flink, config, lifecycle, runner, roleProblem, s3 }),
      firehoseService(firehose, config, firehoseRules(roleProblem, s3, kafka)),
      featureGroupService(featureGroups, config, roleProblem, stores),
      featureStoreRuntime(featureGroups, stores),
      kafkaService(kafka, config),
    ],
    {
      "/_health": health,
      "/_inventory": inventory,
      "/_status": status,
      "/_interfaces": () => interfaceUsers(kafka.value, flink.value),
    },
  );

  let timers: (() => void)[] = [];
  return {
    server,
    /** Ends what an earlier life left behind, then runs what is meant to run. */
    async start(): Promise<void> {
      await runner.reap(Object.keys(flink.value.applications));
      lifecycle.resume();
      timers = [
        ...workerSets.map((set) => repeat(() => set.reconcile(), RECONCILE_MS)),
        repeat(() => stores.flush(), FLUSH_MS),
        repeat(() => shipper.ship(), FLUSH_MS),
        repeat(() => reporter.report(), METRICS_MS),
      ];
    },
    /** Stops every worker and job; their state stays on the disk. */
    async stop(): Promise<void> {
      for (const clear of timers) clear();
      lifecycle.close();
      await Promise.all([...workerSets.map((set) => set.stop()), runner.close()]);
      await stores.flush();
    },
  };
}
