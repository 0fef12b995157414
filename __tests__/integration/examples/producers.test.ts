import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { StockPrice } from "../../../contracts/stock-price";
import { Market } from "../../../handlers/producer/market";
import { seededRandom } from "../../../handlers/producer/random";
import { type RunningBroker, startBroker } from "../../../local/platform/broker";
import { kafkaRuntime } from "../../../local/platform/install/kafka-runtime";
import { pythonEnvironment } from "../../../local/platform/install/python-environment";
import { buildJob } from "../../../scripts/build-job";
import { findJdk } from "../../../toolchain/java";
import { findPython } from "../../../toolchain/python";
import { TopicLog } from "../flink-job/faults/topic-log";

const EXAMPLES = resolve(__dirname, "..", "..", "..", "examples", "producers");
const TICKERS = ["AMZN", "AAPL", "MSFT", "GOOGL", "BRK.B"];
const TRADES = 1_200;

let directory: string;
let broker: RunningBroker;
let kafka: Kafka;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "producers-"));
  broker = await startBroker({ dir: join(directory, "broker") });
  kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: ["node", "python", "java"].map((topic) => ({ topic, numPartitions: 4 })),
    waitForLeaders: true,
  });
  await admin.disconnect();
}, 300_000);

afterAll(async () => {
  await broker?.stop();
  await rm(directory, { recursive: true, force: true });
});

const market = new Market(seededRandom(7));
const now = Math.floor(Date.now() / 1000);
const trades = Array.from({ length: TRADES }, (_, index) =>
  JSON.stringify(market.trade(TICKERS[index % TICKERS.length]!, now)),
);

/** Command, arguments and what else the program needs, by the example's folder. */
const programs: Record<string, () => Promise<{ command: string; args: string[]; env?: Record<string, string> }>> = {
  node: async () => ({ command: process.execPath, args: [join(EXAMPLES, "node", "produce.mjs")] }),
  python: async () => {
    const requirements = join(EXAMPLES, "python", "requirements.txt");
    const programs = await pythonEnvironment({ name: "example-producer", requirements, python: findPython() });
    return { command: join(programs, "python"), args: [join(EXAMPLES, "python", "produce.py")] };
  },
  java: async () => {
    // The client, and from the job's jar what signs in.
    const classpath = [join(await kafkaRuntime(findJdk()), "*"), buildJob().jarPath].join(delimiter);
    return {
      command: findJdk().java,
      args: ["-cp", classpath, join(EXAMPLES, "java", "Produce.java")],
      env: { KAFKA_CA_FILE: broker.tls.trustStore, KAFKA_CA_PASSWORD: broker.tls.storePassword },
    };
  },
};

/** Runs an example with the trades as its input. @returns what it printed and its exit code */
async function run(
  name: string,
  settings: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  const { command, args, env } = await programs[name]!();
  const child = spawn(command, args, {
    env: {
      PATH: process.env.PATH,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: "us-east-1",
      KAFKA_BOOTSTRAP_BROKERS: broker.bootstrapIam,
      INPUT_TOPIC: name,
      KAFKA_CA_FILE: broker.tls.caBundle,
      ...env,
      ...settings,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  child.stdin.end(`${trades.join("\n")}\n`);
  return new Promise((done) => child.once("close", (code) => done({ code, output })));
}

const partitions: Record<string, Record<string, number>> = {};

it.each(Object.keys(programs))(
  "%s sends every trade once, a ticker's in their order",
  async (name) => {
    const { code, output } = await run(name);

    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`${TRADES} trades sent to ${name}`) });
    const log = await TopicLog.start(kafka, name);
    while (log.records.length < TRADES) await new Promise((again) => setTimeout(again, 100));
    await log.stop();
    const byTicker = (values: readonly string[]) =>
      Object.fromEntries(
        TICKERS.map((ticker) => [
          ticker,
          values.filter((value) => StockPrice.parse(JSON.parse(value)).ticker === ticker),
        ]),
      );
    expect(byTicker(log.records.map(({ message }) => String(message.value)))).toEqual(byTicker(trades));
    partitions[name] = Object.fromEntries(
      log.records.map(({ partition, message }) => [String(message.key), partition]),
    );
    expect(Object.keys(partitions[name]!).sort()).toEqual([...TICKERS].sort());
  },
  240_000,
);

it("puts a ticker into the same partition, whichever program sends it", () => {
  expect(partitions.python).toEqual(partitions.node);
  expect(partitions.java).toEqual(partitions.node);
});

it("fails, and sends nothing, when it is not let in", async () => {
  const admin = kafka.admin();
  await admin.connect();
  const ends = () => admin.fetchTopicOffsets("node");
  const before = await ends();
  const { code, output } = await run("node", { AWS_SECRET_ACCESS_KEY: "wrong" });
  expect({ code, output }).toEqual({ code: 1, output: expect.not.stringContaining("trades sent") });
  expect(await ends()).toEqual(before);
  await admin.disconnect();
}, 120_000);
