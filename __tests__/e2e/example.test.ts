import type { Kafka } from "kafkajs";
import { StockAggregate } from "../../contracts/stock-aggregate";
import { isFree } from "../../local/ports";
import { type Rig, startRig } from "../integration/local/services/rig";
import { Example, type Outputs } from "./support/example";
import { expectAggregates } from "./support/expected";
import { feature } from "./support/feature";
import { lakeRows } from "./support/lake";
import { type Endpoints, eventually } from "./support/laptop";
import { kafkaClient, readAll } from "./support/topics";

const port = (address: string) => Number(address.split(":").at(-1));
const TICKERS = ["AMZN", "AAPL", "MSFT", "GOOGL"];

describe("examples/pipeline, applied to a laptop by Terraform alone", () => {
  let rig: Rig;
  let example: Example;
  let outputs: Outputs;
  let kafka: Kafka;
  let places: Pick<Endpoints, "aws" | "lake" | "feature_store">;

  const invoke = (functionName: string) =>
    rig.emulatorClient.send("lambda", `/2015-03-31/functions/${functionName}/invocations`, {
      method: "POST",
      body: "{}",
    });
  const aggregates = async () =>
    (await readAll(kafka, outputs.kafka.topics.output)).map(({ value }) =>
      StockAggregate.parse(JSON.parse(String(value))),
    );

  beforeAll(async () => {
    rig = await startRig();
    example = new Example(rig);
    await example.prepare();
    await example.apply();
    outputs = await example.outputs();
    kafka = kafkaClient(rig.kafka);
    places = {
      aws: { endpoint_url: rig.emulator, region: "us-east-1" },
      lake: { bucket: outputs.lake.bucket, prefix: outputs.lake.folder },
      feature_store: { endpoint_url: rig.services, feature_group: outputs.feature_group.name },
    };
  });

  afterAll(async () => {
    example?.remove();
    await rig?.stop();
  });

  it("turns the producer's prices into aggregates", async () => {
    // A window closes once a price after its end has come: the producer is asked until then, rather than its schedule awaited.
    await eventually("aggregates", 150, async () => {
      await invoke(outputs.functions.producer!);
      const made = await aggregates();
      expect(made.map(({ ticker }) => ticker)).toEqual(expect.arrayContaining(TICKERS));
    });
  });

  it("stores each of them once in the lake, as Parquet", async () => {
    await eventually("the lake", 60, async () => {
      const rows = await lakeRows(places as Endpoints, TICKERS);
      expectAggregates(rows, await aggregates());
    });
  });

  it("stores the newest of each ticker as its feature", async () => {
    await eventually("the features", 60, async () => {
      const made = await aggregates();
      for (const ticker of TICKERS) {
        const ends = made.filter((one) => one.ticker === ticker).map(({ window_end }) => window_end);
        const stored = await feature(places as Endpoints, ticker);
        expect({ ticker, end: Number(stored?.event_time) }).toEqual({ ticker, end: Math.max(...ends) });
      }
    });
  });

  it("has nothing to change in a second plan", async () => {
    expect(await example.changes()).toBeUndefined();
  });

  it("is destroyed as a whole", async () => {
    await example.destroy();
    expect(await example.resources()).toEqual([]);
    const admin = kafka.admin();
    await admin.connect();
    const left = await admin.listTopics();
    await admin.disconnect();
    for (const topic of Object.values(outputs.kafka.topics)) expect(left).not.toContain(topic);
  });

  it("leaves no port behind, the job's among them, when the laptop stops", async () => {
    // The job's page is its cluster's: where nothing listens, the cluster is gone.
    expect(await isFree(port(rig.flink))).toBe(true);
    await rig.stop();
    for (const address of [rig.emulator, rig.services, rig.kafka, rig.kafkaIam]) {
      expect({ address, free: await isFree(port(address)) }).toEqual({ address, free: true });
    }
  });
});
