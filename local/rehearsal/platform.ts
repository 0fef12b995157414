import { mkdir } from "node:fs/promises";
import { findJdk } from "../../toolchain/java";
import { findPython } from "../../toolchain/python";
import { ensureCertificates } from "../platform/certificates";
import { emulatorRuntime } from "../platform/install/emulator-runtime";
import { flinkRuntime } from "../platform/install/flink-runtime";
import { flinkJava } from "../platform/install/java-runtime";
import { type Addresses, addresses, files, type Identity, type LocalPorts, PREFERRED_PORTS } from "../platform/laptop";
import { brokerPart } from "../platform/parts/broker-part";
import { emulatorPart } from "../platform/parts/emulator-part";
import { servicesPart } from "../platform/parts/services-part";
import { readState } from "../platform/supervisor/state";
import { Supervisor } from "../platform/supervisor/supervisor";
import { within } from "../platform/within";
import { freePorts } from "../ports";
import { CrashError, unlessCrashed } from "./crash";

const HEALTHY_WITHIN_MS = 180_000;

/** AWS's side of a rehearsal: broker, emulator and adapters under an account of their own, without Flink. */
export interface AwsPlatform extends Addresses {
  /** PEM file that clients of the broker must trust. */
  readonly caBundle: string;
  /** Waits for the work, and no longer once a part has crashed. @throws CrashError then */
  whileItRuns<T>(work: Promise<T>): Promise<T>;
  /** Ends every process of it. */
  stop(): Promise<void>;
}

/**
 * Starts the parts.
 * @param folders What they keep, and their logs.
 * @param chosen Where they listen; free ports by default.
 * @throws CrashError when one of them does not start; none runs then
 */
export async function startPlatform(
  folders: { readonly data: string; readonly logs: string },
  identity: Identity,
  chosen?: LocalPorts,
): Promise<AwsPlatform> {
  const place = { ...files(folders.data), logs: folders.logs };
  await mkdir(place.logs, { recursive: true });
  const ports = chosen ?? (await freePorts(Object.keys(PREFERRED_PORTS) as (keyof LocalPorts)[]));
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
  const crash = async (): Promise<string | undefined> => {
    const crashed = (await readState(place.supervisor))?.parts.find(({ restarts }) => restarts > 0);
    return crashed && `${crashed.name}: ${crashed.detail ?? "it is healthy again"}`;
  };
  const whileItRuns = <T>(work: Promise<T>): Promise<T> => unlessCrashed(work, crash);
  const late = () =>
    new CrashError(
      `AWS's side of the rehearsal did not start in ${HEALTHY_WITHIN_MS / 1000} s. Run the command again.`,
    );
  try {
    await whileItRuns(within(HEALTHY_WITHIN_MS, supervisor.start(), late));
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return { ...addresses(ports), caBundle: tls.caBundle, whileItRuns, stop: () => supervisor.stop() };
}
