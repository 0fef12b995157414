import { addressesNeeded } from "../../../envs/addresses";
import { capacityProblems } from "../../../envs/capacity";
import { loadEnvironment } from "../../../envs/load";
import type { Environment } from "../../../envs/schema";

const dev = loadEnvironment("dev");
const staging = loadEnvironment("staging");
const flink = { ...dev.flink, autoscaling: false, parallelism: 1 };

const problems = (over: Partial<Environment>, of: Environment = dev) => capacityProblems({ ...of, ...over });
const inBlock = (cidr: string, over: Partial<Environment> = {}) =>
  problems({ flink, ...over, network: { ...dev.network, cidr } });

test("the committed environments fit together", () => {
  for (const name of ["dev", "local", "prod", "staging"]) expect(capacityProblems(loadEnvironment(name))).toEqual([]);
});

describe("addresses", () => {
  test("of a job that does not scale: dev needs 22 of a subnet, which a /23 is the smallest block for", () => {
    expect(addressesNeeded({ ...dev, flink })).toEqual({
      "Managed Flink": 3,
      "interface endpoints": 6,
      MSK: 2,
      functions: 1,
      pollers: 4,
      host: 1,
      AWS: 5,
    });
    expect(inBlock("10.0.0.0/23")).toEqual([]);
    expect(inBlock("10.0.0.0/24")).toEqual([
      'network.cidr: got "10.0.0.0/24": must be a block of /23 or larger: each of its subnets has 16 addresses and needs 22 ' +
        "(Managed Flink 3, interface endpoints 6, MSK 2, functions 1, pollers 4, host 1, AWS 5)",
    ]);
  });

  test("of a job that scales by itself: up to AWS's quota of 64 KPUs, however few it begins with", () => {
    const scaling = { flink: { ...flink, autoscaling: true } };
    expect(addressesNeeded({ ...dev, ...scaling })["Managed Flink"]).toBe(78);
    expect(inBlock("10.0.0.0/21", scaling)).toEqual([]);
    expect(inBlock("10.0.0.0/22", scaling)).toEqual([
      expect.stringMatching(/must be a block of \/21 or larger: .* 64 addresses and needs 97 .*may go to 64 KPUs\)$/),
    ]);
  });

  test("subtasks that share a KPU share its interface", () => {
    const flinkOf = (parallelismPerKpu: number) => ({ ...flink, parallelism: 64, parallelismPerKpu });
    expect(addressesNeeded({ ...dev, flink: flinkOf(1) })["Managed Flink"]).toBe(78);
    expect(addressesNeeded({ ...dev, flink: flinkOf(8) })["Managed Flink"]).toBe(11);
  });

  test("behind a NAT gateway there are no interface endpoints, and brokers are shared out among the subnets", () => {
    expect(addressesNeeded(staging)).toMatchObject({ "interface endpoints": 0, MSK: 2 });
  });
});

describe("zones", () => {
  const zones = (azCount: number, zoneIds: string[]) => problems({ network: { ...dev.network, azCount, zoneIds } });

  test("that are named are as many as the subnets", () => {
    expect(zones(2, ["use1-az1", "use1-az2"])).toEqual([]);
    expect(zones(2, ["use1-az1"])).toEqual([
      "network.zoneIds: got use1-az1: must name 2 zones, as network.azCount says",
    ]);
    expect(zones(2, ["use1-az1", "use1-az2", "use1-az4"])).toHaveLength(1);
  });

  test("are two in Northern California", () => {
    const west = (azCount: number) => problems({ region: "us-west-1", network: { ...dev.network, azCount } });
    expect(west(2)).toEqual([]);
    expect(west(3)).toEqual(["network.azCount: got 3: must be 2 in us-west-1, where MSK takes two subnets"]);
  });
});

test("MSK Serverless has 2,400 partitions for all topics of a cluster together", () => {
  const { topics } = dev.kafka;
  const kafka = (partitions: number) =>
    ({
      mode: "serverless",
      retiredTopics: [] as string[],
      topics: {
        ...topics,
        input: { ...topics.input, partitions: 2_400 - topics.output.partitions - partitions },
        dlq: { ...topics.dlq, partitions },
      },
    }) as const;
  expect(problems({ kafka: kafka(10) })).toEqual([]);
  const over = {
    ...kafka(10),
    topics: { ...kafka(10).topics, output: { ...topics.output, partitions: topics.output.partitions + 1 } },
  };
  expect(problems({ kafka: over })).toEqual([
    "kafka.topics: got 2401 partitions altogether: must be at most 2400, as many as MSK Serverless has in a cluster",
  ]);
});
