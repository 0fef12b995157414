import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Rig, startRig } from "./rig";
import { eventSourceSuite } from "./suites/event-source";
import { featureStoreSuite } from "./suites/feature-store";
import { firehoseSuite } from "./suites/firehose";
import { flinkSuite } from "./suites/flink";
import { repeatedRequestsSuite } from "./suites/repeated-requests";
import { terraformSuite } from "./suites/terraform";

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
}, 300_000);
afterAll(() => rig?.stop(), 120_000);

/** Lines that the event source's function has written. */
function seen(): string[] {
  const path = join(rig.dir, "seen");
  return existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : [];
}

describe("the real provider", () => terraformSuite(() => rig));
describe("a request that comes again", () => repeatedRequestsSuite(() => rig));
describe("Feature Store", () => featureStoreSuite(() => rig));
describe("an MSK event source", () => eventSourceSuite(() => rig, seen));
describe("Firehose", () => firehoseSuite(() => rig));
describe("Managed Flink", () => flinkSuite(() => rig));
