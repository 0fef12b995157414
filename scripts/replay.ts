import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironment } from "../envs/load";
import type { Environment } from "../envs/schema";
import { type Output, replay } from "../handlers/replay/tool";
import { readEndpoints } from "../local/platform/endpoints";
import { ACCESS_KEY, SECRET_KEY } from "../local/platform/laptop";
import { STATE_DIR } from "../local/platform/paths";
import { readArguments } from "./replay/arguments";
import { localFile, reachableCluster } from "./replay/direct";
import { type Reach, replayRemotely } from "./replay/remote";

const TERMINAL: Output = { log: console.log, error: console.error, progress: console.log };

/** Reads the dead-letter topic, and publishes what was corrected: docs/ALERT_RUNBOOKS.md, "dead-letters". Returns the exit code. */
async function main(args: string[]): Promise<number> {
  const { environment: name, brokers, file: path = "", request } = readArguments(args);
  const environment = loadEnvironment(name);
  if (request.command === "export" && existsSync(path))
    throw new Error(`--file is "${path}", which exists already: an export is never written over another.`);
  const file = localFile(path);
  if (brokers) return replay(request, reachableCluster(environment, brokers), file, TERMINAL);
  return replayRemotely(environment, request, file, TERMINAL, await reach(environment));
}

async function reach({ platform, region }: Environment): Promise<Reach> {
  if (platform !== "emulator") return { region };
  const laptop = await readEndpoints(join(STATE_DIR, "endpoints.json"));
  if (!laptop) throw new Error("The laptop is not up: npm start.");
  const credentials = { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY };
  return { region, endpoint: laptop.aws.endpoint_url, credentials };
}

// Not by running out of work: a consumer that could not leave its group would keep trying.
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
