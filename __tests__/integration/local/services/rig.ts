import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsSettings } from "../../../../local/platform/aws-settings";
import { ensureCertificates } from "../../../../local/platform/certificates";
import { emulatorRuntime } from "../../../../local/platform/install/emulator-runtime";
import { flinkRuntime } from "../../../../local/platform/install/flink-runtime";
import { flinkJava } from "../../../../local/platform/install/java-runtime";
import { type Addresses, addresses, files, type LocalPorts, PREFERRED_PORTS } from "../../../../local/platform/laptop";
import { brokerPart } from "../../../../local/platform/parts/broker-part";
import { emulatorPart } from "../../../../local/platform/parts/emulator-part";
import { servicesPart } from "../../../../local/platform/parts/services-part";
import { readState } from "../../../../local/platform/supervisor/state";
import { Supervisor } from "../../../../local/platform/supervisor/supervisor";
import { freePorts } from "../../../../local/ports";
import { EmulatorClient } from "../../../../local/services/emulator/client";
import { findJdk } from "../../../../toolchain/java";
import { findPython } from "../../../../toolchain/python";

/** A laptop without stacks: broker, emulator and services, on ports and in a folder of their own. */
export interface Rig extends Addresses {
  readonly dir: string;
  readonly emulatorClient: EmulatorClient;
  /** Calls an AWS JSON 1.1 operation of the services; rejects with the error's type and message. */
  call<T = Record<string, unknown>>(target: string, body: object): Promise<T>;
  /** Calls a REST operation of the services. */
  rest<T = Record<string, unknown>>(method: string, path: string, body?: object): Promise<T>;
  /** Ends the services process as a crash does; the supervisor starts it again. */
  crashServices(): Promise<void>;
  /** Environment in which Terraform and AWS clients reach the rig. */
  readonly awsEnv: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

async function answer<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { __type?: string; message?: string };
  if (!response.ok) throw new Error(`${body.__type}: ${body.message}`);
  return body;
}

/** Starts a rig. The first one of a checkout downloads the parts, which takes a minute or two. */
export async function startRig(): Promise<Rig> {
  const dir = await mkdtemp(join(tmpdir(), "services-"));
  const ports = await freePorts(Object.keys(PREFERRED_PORTS) as (keyof LocalPorts)[]);
  const jdk = findJdk();
  const python = findPython();
  const flink = { jars: await flinkRuntime(jdk), java: await flinkJava({ jdk, python }) };
  const place = files(dir);
  const tls = await ensureCertificates(place.tls, jdk);
  const supervisor = new Supervisor(
    [
      [brokerPart(place, ports, tls, jdk), emulatorPart(place, ports, tls, await emulatorRuntime(python))],
      [servicesPart(place, ports, tls, flink)],
    ],
    place.supervisor,
  );
  await supervisor.start();
  const at = addresses(ports);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return {
    ...at,
    dir,
    emulatorClient: new EmulatorClient({ emulatorUrl: at.emulator, region: "us-east-1", credentials }),
    async call(target, body) {
      const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
      return answer(await fetch(at.services, { method: "POST", headers, body: JSON.stringify(body) }));
    },
    async rest(method, path, body) {
      return answer(await fetch(at.services + path, { method, body: body && JSON.stringify(body) }));
    },
    async crashServices() {
      const state = await readState(place.supervisor);
      const pid = state?.parts.find(({ name }) => name === "services")?.pid;
      if (!pid) throw new Error("the services do not run");
      process.kill(pid, "SIGKILL");
    },
    awsEnv: awsSettings(at),
    async stop() {
      await supervisor.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
