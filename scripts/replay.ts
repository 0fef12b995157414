import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironment } from "../envs/load";
import { readEndpoints } from "../local/platform/endpoints";
import { STATE_DIR } from "../local/platform/paths";
import { type Request, readArguments } from "./replay/arguments";
import { type Cluster, laptopCluster, mskCluster } from "./replay/cluster";
import { readLetters } from "./replay/letters";
import { readLines, toLine } from "./replay/lines";
import { publish } from "./replay/publish";
import { describeLetters } from "./replay/report";

const SHOWN_PROBLEMS = 50;

/** Reads the dead-letter topic, and publishes what was corrected: docs/ALERT_RUNBOOKS.md, "dead-letters". Returns the exit code. */
async function main(args: string[]): Promise<number> {
  const request = readArguments(args);
  const cluster = await clusterOf(request);
  if (request.command === "publish") return publishFile(cluster, request);
  const { letters, strangers } = await readLetters(cluster, request.filter);
  for (const stranger of strangers) console.error(stranger);
  if (request.command === "list") console.log(describeLetters(letters, request.samples));
  else {
    writeFileSync(request.file!, letters.map((letter) => `${toLine(letter)}\n`).join(""), { flag: "wx" });
    console.log(`${letters.length} dead letters are in ${request.file}.`);
  }
  return 0;
}

async function clusterOf({ environment: name, brokers }: Request): Promise<Cluster> {
  const environment = loadEnvironment(name);
  if (brokers) return mskCluster(environment, brokers);
  const laptop =
    environment.platform === "emulator" ? await readEndpoints(join(STATE_DIR, "endpoints.json")) : undefined;
  if (laptop) return laptopCluster(environment, laptop.kafka.bootstrap);
  throw new Error(
    environment.platform === "emulator"
      ? "The laptop is not up: npm start."
      : "--brokers is missing: `aws kafka get-bootstrap-brokers` names them (BootstrapBrokerStringSaslIam).",
  );
}

async function publishFile(cluster: Cluster, request: Request): Promise<number> {
  const { replacements, problems: unreadable } = readLines(readFileSync(request.file!, "utf8"));
  if (unreadable.length > 0) return refuse(unreadable);
  if (replacements.length === 0) {
    console.log(`${request.file} has no lines.`);
    return 0;
  }
  const { problems, earlier, records } = await publish(cluster, replacements, request, (published) =>
    console.log(`${published} published …`),
  );
  if (problems.length > 0) return refuse(problems);
  if (earlier.size > 0) console.log(`${earlier.size} were published before, and are left alone.`);
  for (const [of, place] of [...earlier].slice(0, request.samples)) console.log(`  ${of} is ${place}`);
  if (request.confirmed) console.log(`${records} were published to ${cluster.topics.input}.`);
  else console.log(`${records} would be published to ${cluster.topics.input}; --confirm does it.`);
  return 0;
}

function refuse(problems: readonly string[]): number {
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) console.error(problem);
  if (problems.length > SHOWN_PROBLEMS) console.error(`… and ${problems.length - SHOWN_PROBLEMS} more`);
  console.error("Nothing was published.");
  return 1;
}

// Not by running out of work: a consumer that could not leave its group would go on trying.
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
