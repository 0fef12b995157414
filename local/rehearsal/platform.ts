import { mkdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { findJdk } from "../../toolchain/java";
import { findPython } from "../../toolchain/python";
import { ensureCertificates } from "../platform/certificates";
import { emulatorRuntime } from "../platform/install/emulator-runtime";
import { flinkRuntime } from "../platform/install/flink-runtime";
import { flinkJava } from "../platform/install/java-runtime";
import { type Addresses, addresses, files, type Identity, type LaptopPorts, PREFERRED_PORTS } from "../platform/laptop";
import { brokerPart } from "../platform/parts/broker-part";
import { emulatorPart } from "../platform/parts/emulator-part";
import { servicesPart } from "../platform/parts/services-part";
import { freePorts } from "../platform/ports";
import { readState } from "../platform/supervisor/state";
import { Supervisor } from "../platform/supervisor/supervisor";

const HEALTHY_WITHIN_MS = 180_000;
const POLL_MS = 200;

/** AWS's side of a rehearsal: broker, emulator and adapters under an account of their own, without Flink. */
export interface AwsPlatform extends Addresses {
  /** PEM file that clients of the broker must trust. */
  readonly caBundle: string;
  /** Names of the parts that have crashed, with the reason: what ran against them proves nothing. */
  crashes(): Promise<readonly string[]>;
  /** Ends every process of it. */
  stop(): Promise<void>;
}

/**
 * Starts the parts in the folder `dir`, on ports that are free.
 * @throws when one of them does not start; none runs then
 */
export async function startPlatform(dir: string, identity: Identity): Promise<AwsPlatform> {
  const place = files(dir);
  await mkdir(place.logs, { recursive: true });
  const ports = await freePorts(Object.keys(PREFERRED_PORTS) as (keyof LaptopPorts)[]);
  const jdk = findJdk();
  const tls = await ensureCertificates(place.tls, jdk);
  const python = findPython();
  const emulator = await emulatorRuntime(python);
  // The adapters want to know the programs of a job, although none runs.
  const flink = { jars: await flinkRuntime(jdk), java: await flinkJava({ jdk, python }) };
  const supervisor = new Supervisor(
    [
      [brokerPart(place, ports, tls, jdk, identity), emulatorPart(place, ports, tls, emulator, identity)],
      [servicesPart(place, ports, tls, flink, { identity, jobs: "accept" })],
    ],
    place.supervisor,
  );
  const parts = async () => (await readState(place.supervisor))?.parts ?? [];
  const platform: AwsPlatform = {
    ...addresses(ports),
    caBundle: tls.caBundle,
    crashes: async () =>
      (await parts())
        .filter(({ restarts }) => restarts > 0)
        .map(({ name, detail }) => `${name}: ${detail ?? "it crashed"}`),
    stop: () => supervisor.stop(),
  };
  const healthy = supervisor.start();
  try {
    await startsWithin(HEALTHY_WITHIN_MS, healthy, platform.crashes, place.logs);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return platform;
}

/** Waits for `healthy`, and no longer once a part has crashed. */
async function startsWithin(
  limitMs: number,
  healthy: Promise<void>,
  crashes: AwsPlatform["crashes"],
  logs: string,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  let done = false;
  const started = healthy.then(() => {
    done = true;
  });
  while (!done) {
    await Promise.race([started, sleep(POLL_MS)]);
    const [crash] = await crashes();
    if (crash)
      throw new Error(
        `AWS's side of the rehearsal does not start: ${crash}. Its logs are in ${logs}; run the command again.`,
      );
    if (!done && Date.now() > deadline)
      throw new Error(`AWS's side of the rehearsal did not start in ${limitMs / 1000} s. Its logs are in ${logs}.`);
  }
}
