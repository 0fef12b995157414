import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { EnvironmentError, environmentNames, loadEnvironment, loadEnvironments } from "../../../envs/load";
import { topicDeletion } from "../../../envs/topics";

type Json = Record<string, unknown>;

let directory: string;
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "envs-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true }));

const dev = (): Json => JSON.parse(fs.readFileSync(path.join(__dirname, "../../../envs/dev.json"), "utf8"));
const write = (name: string, content: Json | string) =>
  fs.writeFileSync(
    path.join(directory, `${name}.json`),
    typeof content === "string" ? content : JSON.stringify(content),
  );

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the file in ways that its type forbids
type Breakable = any;

/** What loading a changed dev.json says. */
function problem(change: (environment: Breakable) => void): string {
  const environment = dev();
  change(environment);
  write("dev", environment);
  try {
    loadEnvironment("dev", directory);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  throw new Error("accepted");
}

describe("the committed environments", () => {
  it.each(environmentNames())("%s is valid", (name) => expect(loadEnvironment(name).name).toBe(name));

  it("cover both ways to reach AWS and both kinds of cluster", () => {
    const all = environmentNames().map((name) => loadEnvironment(name));
    expect(new Set(all.map(({ network }) => network.mode))).toEqual(new Set(["nat", "endpoints"]));
    expect(new Set(all.map(({ kafka }) => kafka.mode))).toEqual(new Set(["serverless", "provisioned"]));
  });

  it.each([
    ["dev", false],
    ["local", false],
    ["prod", true],
    ["staging", true],
  ])("%s protects its data: %s", (name, protectedNow) => expect(loadEnvironment(name).protectData).toBe(protectedNow));

  it.each([
    ["dev", "empty"],
    ["local", "always"],
    ["prod", "never"],
    ["staging", "never"],
  ])("%s deletes topics: %s", (name, deletion) => expect(topicDeletion(loadEnvironment(name))).toBe(deletion));

  it("do not share addresses, so that their networks can be joined", () => {
    const blocks = environmentNames().map((name) => loadEnvironment(name).network.cidr);
    expect(new Set(blocks).size).toBe(blocks.length);
  });
});

describe("a wrong file", () => {
  it("is named with every problem: path, value and what is allowed", () => {
    const message = problem((environment) => {
      environment.region = "moon";
      environment.network.azCount = 1;
      environment.retention.logDays = 8;
    });
    expect(message).toContain("envs/dev.json is wrong");
    expect(message).toMatch(/region: got "moon": must be an AWS region/);
    expect(message).toMatch(/network\.azCount: got 1: .*2/);
    expect(message).toMatch(/retention\.logDays: got 8: must be one of 1, 3, 5, 7/);
  });

  it("has no time between checkpoints that transactions may not outlast", () => {
    expect(problem((environment) => (environment.flink.checkpointIntervalMs = 420_001))).toMatch(
      /flink\.checkpointIntervalMs: got 420001: .*420000/,
    );
  });

  it("with an unknown field says which ones there are", () => {
    expect(problem((environment) => (environment.kafka.topics.input.partition = 3))).toMatch(
      /kafka\.topics\.input: unknown field partition; allowed are name, partitions, retentionHours/,
    );
  });

  it("with an unknown mode says which ones there are", () => {
    expect(problem((environment) => (environment.network.mode = "vpn"))).toContain('"nat" or "endpoints"');
    expect(problem((environment) => (environment.kafka.mode = "express"))).toContain('"serverless" or "provisioned"');
  });

  it("may not name a broker type without private connectivity", () => {
    const provisioned = { mode: "provisioned", brokerCount: 2, instanceType: "kafka.t3.small", volumeGib: 10 };
    expect(problem((environment) => Object.assign(environment.kafka, provisioned))).toMatch(
      /kafka\.instanceType: got "kafka\.t3\.small": .*private connectivity, which kafka\.t3\.small does not support/,
    );
  });

  it.each([
    [
      "instanceType",
      "kafka.m5.nonsense",
      /kafka\.instanceType: got "kafka\.m5\.nonsense": must be of the kafka\.m5 or/,
    ],
    [
      "instanceType",
      "express.m7g.large",
      /kafka\.instanceType: .*express brokers have storage and settings of another kind/,
    ],
    [
      "kafkaVersion",
      "3.7.x",
      /kafka\.kafkaVersion: got "3\.7\.x": must be a version of Kafka that MSK offers: 3\.8\.x, /,
    ],
    ["kafkaVersion", "4.0.x", /kafka\.kafkaVersion: got "4\.0\.x": .*4\.0\.x\.kraft/],
  ])("may not have brokers with %s %s", (setting, value, allowed) => {
    const provisioned = { mode: "provisioned", brokerCount: 2, instanceType: "kafka.m7g.large", volumeGib: 10 };
    expect(problem((environment) => Object.assign(environment.kafka, { ...provisioned, [setting]: value }))).toMatch(
      allowed,
    );
  });

  it("may not spread brokers unevenly over the zones", () => {
    const provisioned = { mode: "provisioned", brokerCount: 3, instanceType: "kafka.m7g.large", volumeGib: 10 };
    expect(problem((environment) => Object.assign(environment.kafka, provisioned))).toMatch(
      /kafka\.brokerCount: got 3: must be a multiple of network\.azCount, 2/,
    );
  });

  it.each([
    ["10.10.0.1/16", /must start at the block's first address, 10\.10\.0\.0\/16/],
    ["10.10.128.0/16", /must start at the block's first address, 10\.10\.0\.0\/16/],
    ["10.0.0.0/8", /must be a block of \/16 to \/24/],
    ["10.10.0.0/28", /must be a block of \/16 to \/24/],
    ["10.300.0.0/16", /must be an IPv4 block/],
    ["0.0.0.0/16", /must not be in 0\.0\.0\.0\/8, which AWS makes no VPC from; take private addresses/],
    ["127.0.0.0/16", /must not be in 127\.0\.0\.0\/8/],
    ["169.254.0.0/16", /must not be in 169\.254\.0\.0\/16/],
    ["224.0.0.0/16", /must not be in 224\.0\.0\.0\/3/],
    ["240.0.0.0/16", /must not be in 224\.0\.0\.0\/3/],
    ["10.10.0.0", /must be an IPv4 block/],
  ])("may not give the VPC %s", (cidr, allowed) => {
    const message = problem((environment) => (environment.network.cidr = cidr));
    expect(message).toContain(`network.cidr: got "${cidr}": `);
    expect(message).toMatch(allowed);
  });

  it.each([
    ["us-east-1a", /zoneIds\.0: got "us-east-1a": must be the ID of an availability zone, such as use1-az1/],
    ["use1-az3", /zoneIds\.0: got "use1-az3": must be another zone: MSK takes no subnet in this one/],
    ["use1-az1", /zoneIds: got \["use1-az1","use1-az1"\]: must name each zone once/],
  ])("may not have its subnets in %s and use1-az1", (zone, allowed) => {
    expect(problem((environment) => (environment.network.zoneIds = [zone, "use1-az1"]))).toMatch(allowed);
  });

  it("must say where the runbooks are, and without an anchor", () => {
    expect(problem((environment) => delete environment.alarms.runbooks)).toMatch(
      /alarms\.runbooks: got nothing: must be the https URL at which docs\/ALERT_RUNBOOKS\.md can be read/,
    );
    expect(problem((environment) => (environment.alarms.runbooks = "https://wiki.acme.com/a#b"))).toMatch(
      /alarms\.runbooks: got .*: must be an https URL without an #anchor/,
    );
  });

  it("may not have more brokers than an alarm can add up", () => {
    const provisioned = { mode: "provisioned", brokerCount: 6, instanceType: "kafka.m7g.large", volumeGib: 10 };
    expect(problem((environment) => Object.assign(environment.kafka, provisioned))).toMatch(
      /kafka\.brokerCount: got 6: must be at most 4, .*larger instanceType/,
    );
  });

  it("may not name a published jar without its hash, which would never be deployed again", () => {
    const artifact = (key: string) => ({ source: "published", bucket: "releases", key });
    expect(problem((environment) => (environment.flink.artifact = artifact("job-1.2.jar")))).toMatch(
      /flink\.artifact\.key: got "job-1\.2\.jar": must end in \.jar and hold 12 or more hex digits/,
    );
  });

  it("may not give two topics one name", () => {
    expect(problem((environment) => (environment.kafka.topics.dlq.name = environment.kafka.topics.input.name))).toMatch(
      /kafka\.topics: got .*: names must differ/,
    );
  });

  it("may not give two topics names that are one in Kafka's metrics", () => {
    const named = (environment: Breakable) => {
      environment.kafka.topics.input.name = "stock.prices";
      environment.kafka.topics.output.name = "stock_prices";
    };
    expect(problem(named)).toMatch(/kafka\.topics: got stock\.prices, stock_prices, .*once a dot is an underscore/);
  });

  it("may not name a topic to delete where nothing may be deleted, or delete records that are protected", () => {
    expect(
      problem((environment) => (Object.assign(environment, { protectData: true }).kafka.retiredTopics = ["old"])),
    ).toMatch(/kafka\.retiredTopics: got old: must be empty where kafka\.topicDeletion is "never"/);
    expect(
      problem((environment) => (Object.assign(environment, { protectData: true }).kafka.topicDeletion = "always")),
    ).toMatch(/kafka\.topicDeletion: got "always": must be "never" or "empty" where protectData is true/);
    expect(problem((environment) => (environment.kafka.retiredTopics = ["stock-prices"]))).toMatch(
      /kafka\.topics: got .*those in kafka\.retiredTopics too/,
    );
    expect(problem((environment) => (environment.kafka.topicDeletion = "ask"))).toMatch(
      /kafka\.topicDeletion: got "ask": must be "never", "empty" \(only topics without records\) or "always"/,
    );
  });

  it.each([".", "..", "__amazon_msk_canary", "prices/eu", "a".repeat(250)])("may not name a topic %p", (topic) => {
    expect(problem((environment) => (environment.kafka.topics.input.name = topic))).toMatch(
      /kafka\.topics\.input\.name: got ".*: must be 1 to 249 of .*but not \. or \.\., and not beginning with __/,
    );
  });

  it("must be named like its environment", () => {
    expect(problem((environment) => (environment.name = "test"))).toContain('name: got "test": must be "dev"');
  });

  it("that is not JSON is said to be so", () => {
    write("dev", "{");
    expect(() => loadEnvironment("dev", directory)).toThrow(/envs\/dev\.json is not JSON: /);
  });
});

it("of several wrong files every one is named", () => {
  write("dev", { ...dev(), region: "moon" });
  write("qa", "{");
  const load = () => loadEnvironments(["dev", "qa", "nowhere"], directory);
  expect(load).toThrow(/envs\/dev\.json is wrong:\n {2}region: got "moon"/);
  expect(load).toThrow(/envs\/qa\.json is not JSON/);
  expect(load).toThrow(/no environment "nowhere"/);
});

it("an unknown environment is answered with the known ones", () => {
  expect(() => loadEnvironment("nowhere")).toThrow(
    `no environment "nowhere"; there are ${environmentNames().join(", ")}.`,
  );
  expect(environmentNames()).toEqual(expect.arrayContaining(["dev", "local", "prod", "staging"]));
});
