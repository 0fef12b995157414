import { rm } from "node:fs/promises";
import { findJdk } from "../../../toolchain/java";
import { findPython } from "../../../toolchain/python";
import { ensureCertificates } from "../certificates";
import { emulatorRuntime } from "../install/emulator-runtime";
import { flinkRuntime } from "../install/flink-runtime";
import { flinkJava } from "../install/java-runtime";
import { files, readPorts } from "../laptop";
import { brokerPart } from "../parts/broker-part";
import { emulatorPart } from "../parts/emulator-part";
import { servicesPart } from "../parts/services-part";
import { Supervisor } from "./supervisor";

/** The process behind a running laptop; `npm start` makes everything ready and starts it, SIGTERM ends it. */
async function main(): Promise<void> {
  const paths = files();
  const ports = await readPorts(paths.ports);
  if (!ports) throw new Error(`${paths.ports} is missing: start the laptop with npm start.`);
  const jdk = findJdk();
  const tls = await ensureCertificates(paths.tls, jdk);
  const python = findPython();
  const flink = { jars: await flinkRuntime(jdk), java: await flinkJava({ jdk, python }) };
  const emulator = await emulatorRuntime(python);
  const supervisor = new Supervisor(
    [
      [brokerPart(paths, ports, tls, jdk), emulatorPart(paths, ports, tls, emulator)],
      [servicesPart(paths, ports, tls, flink)],
    ],
    paths.supervisor,
  );
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await supervisor.stop();
    await rm(paths.supervisor, { force: true });
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
  await supervisor.start();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
