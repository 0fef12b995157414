import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { controllerProperties } from "./broker-config";
import { type Launch, launch, stopProcess } from "./process";

/** Written by a broker that ends in order, and removed when it starts again. */
const CLEAN_SHUTDOWN = ".kafka_cleanshutdown";
/** There once a broker has run on this data. */
const METADATA = "__cluster_metadata-0";
/** What the controller logs once it watches over brokers. */
const ACTIVE = /Becoming the active controller at epoch/;
/** On a busy machine; as long as a broker may take. */
const STARTUP_MS = 180_000;
/** What the controller logs once it takes the broker for gone. */
const FENCED = /Fencing broker \d+ at epoch/;
/**
 * Far more than an active controller needs, which takes half a second. It says nothing when the broker crashed while it was starting, and was
 * not in service yet.
 */
const FENCING_MS = 10_000;
const SHUTDOWN_MS = 5_000;

/** Whether the broker whose data this is ended without shutting down. */
export const hasCrashed = (dataDir: string): boolean =>
  existsSync(join(dataDir, METADATA)) && !existsSync(join(dataDir, CLEAN_SHUTDOWN));

/**
 * Runs the controller alone on a crashed broker's data until it has noticed that the broker is gone.
 *
 * A broker that starts while its controller still takes the crashed one for alive has to wait for that one's session to end. It has
 * loaded the transactions by then, and when the session ends, its partitions are without a leader for a moment. Kafka 4.3.1 takes them for deleted
 * if it is about to complete a transaction in them (KRaftMetadataCache.getPartitionLeaderEndpoint is empty in both cases): the
 * transaction stays open for ever, and readers of committed records see nothing of what comes after it.
 */
export async function noticeCrash(broker: Launch, dataDir: string, controllerPort: number): Promise<void> {
  const properties = join(dataDir, "..", "controller.properties");
  await writeFile(properties, controllerProperties(dataDir, controllerPort));
  const logFile = join(dataDir, "..", "controller.log");
  await writeFile(logFile, "");
  const controller = launch({ ...broker, args: [...broker.args.slice(0, -1), properties], logFile });
  const hasLogged = async (pattern: RegExp, withinMs: number): Promise<boolean> => {
    const deadline = Date.now() + withinMs;
    while (!pattern.test(await readFile(logFile, "utf8"))) {
      if (controller.exitCode !== null || Date.now() > deadline) return false;
      await sleep(100);
    }
    return true;
  };
  const isActive = await hasLogged(ACTIVE, STARTUP_MS);
  if (isActive) await hasLogged(FENCED, FENCING_MS);
  const hasEnded = controller.exitCode !== null;
  if (!hasEnded) await stopProcess(controller.pid ?? 0, SHUTDOWN_MS);
  if (hasEnded || !isActive) {
    const what = hasEnded ? "ended" : `was not active within ${STARTUP_MS / 1000} s`;
    throw new Error(`The controller ${what} while it looked for a crashed broker; its log ${logFile} says why.`);
  }
}
