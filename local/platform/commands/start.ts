import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { loadEnvironment } from "../../../envs/load";
import { checkToolchain } from "../../../toolchain/all";
import { inheritedSettings } from "../../../toolchain/user-settings";
import { ensureCertificates } from "../certificates";
import { deployStacks } from "../deploy/deploy";
import { readEndpoints } from "../endpoints";
import { installAll } from "../install/install";
import { addresses, type Files, files, type LocalPorts, readPorts, settlePorts } from "../laptop";
import { withLock } from "../lock";
import { CACHE_DIR, PROJECT_DIR } from "../paths";
import { isAlive, launch } from "../process";
import { step } from "../report";
import { partsHealth } from "../status/parts";
import { stopEverything } from "../supervisor/leftovers";
import { isRunning, readState, SUPERVISOR } from "../supervisor/state";
import { awaitFirstResults, showProgress } from "./progress";

const HEALTHY_WITHIN_MS = 180_000;

export interface StartOptions {
  /** Return once everything is healthy and the first results are there, rather than show progress. */
  readonly detach: boolean;
  /** Stop and wipe what is there first. */
  readonly fresh: boolean;
  /** Deploy to a running laptop again, after a change of code or configuration. */
  readonly deploy: boolean;
}

/** Only one command at a time may change the laptop. */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return withLock(join(CACHE_DIR, "laptop.lock"), work, (owner) => {
    throw new Error(`Another npm start or npm stop is running (process ${owner}). Wait for it, or end it first.`);
  });
}

/** Brings the laptop up, deploys to it and shows what flows. */
export async function start({ detach, fresh, deploy }: StartOptions): Promise<void> {
  const paths = files();
  const brought = await exclusively(() => bringUp(paths, fresh, deploy));
  if (!brought) console.log("The laptop is already running. npm run status shows it, npm stop stops it.");
  if (!detach) await showProgress(paths);
}

/** @returns false when it was all up already */
async function bringUp(paths: Files, fresh: boolean, deploy: boolean): Promise<boolean> {
  const state = await readState(paths.supervisor);
  if (!fresh && !deploy && isRunning(state) && (await readEndpoints(paths.endpoints))) return false;
  const toolchain = checkToolchain();
  const environment = loadEnvironment("local");
  if (fresh || !isRunning(state)) await stopEverything(state);
  if (fresh) await rm(paths.dir, { recursive: true, force: true });
  await installAll(toolchain);
  if (fresh || !isRunning(state)) await startParts(paths);
  else await step("Waiting for every part", () => awaitHealthy(paths, state.pid));
  const ports = (await readPorts(paths.ports)) as LocalPorts;
  const tls = await ensureCertificates(paths.tls, toolchain.jdk);
  const endpoints = await deployStacks(paths, environment, {
    addresses: addresses(ports),
    jdk: toolchain.jdk,
    caBundle: tls.caBundle,
  });
  await step("Waiting for the first results: an aggregate, a Parquet file, a feature", (note) =>
    awaitFirstResults(paths, note),
  );
  console.log(
    `The laptop is up. Flink: ${endpoints.flink.ui}  Kafka: ${endpoints.kafka.bootstrap}  AWS: ${endpoints.aws.endpoint_url}`,
  );
  console.log(`All endpoints: ${paths.endpoints}; for AWS tools: source ${paths.awsSettings}`);
  return true;
}

async function startParts(paths: Files): Promise<void> {
  await rm(paths.endpoints, { force: true });
  await rm(paths.supervisor, { force: true });
  await settlePorts(paths.ports);
  await step("Starting Kafka, the AWS emulator and the services", async () => {
    const supervisor = launch({
      command: process.execPath,
      args: ["--import", "tsx", join(PROJECT_DIR, SUPERVISOR)],
      env: inheritedSettings(process.env),
      cwd: PROJECT_DIR,
      logFile: join(paths.logs, "supervisor.log"),
      ownGroup: true,
    });
    supervisor.unref();
    await awaitHealthy(paths, supervisor.pid ?? 0);
  });
}

async function awaitHealthy(paths: Files, supervisor: number): Promise<void> {
  const deadline = Date.now() + HEALTHY_WITHIN_MS;
  for (;;) {
    const state = await readState(paths.supervisor);
    const parts = state?.pid === supervisor ? state.parts : [];
    if (parts.length > 0 && parts.every(({ condition }) => condition === "healthy")) return;
    const failing = parts.filter(({ condition }) => condition === "failing");
    if (failing.length > 0 || Date.now() > deadline || !isAlive(supervisor)) {
      const problems = (await partsHealth(paths)).filter(({ healthy }) => !healthy);
      const listed = problems.map(({ name, detail }) => `  ${name}: ${detail}`).join("\n");
      throw new Error(`The laptop did not start; its logs are in ${paths.logs}.\n${listed}\nnpm stop cleans up.`);
    }
    await sleep(200);
  }
}
