import { capacityWarnings } from "../../../envs/capacity-warnings";
import { environmentNames, loadEnvironment } from "../../../envs/load";
import type { Environment } from "../../../envs/schema";
import { warnings } from "../../../envs/warnings";

const settled = { emails: ["oncall@acme.com"], runbooks: "https://git.acme.com/pipeline/docs/ALERT_RUNBOOKS.md" };
const prod = (alarms: object) => {
  const environment = loadEnvironment("prod");
  return warnings({ ...environment, alarms: { ...environment.alarms, ...settled, ...alarms } });
};

it("an environment whose alarms reach somebody and link to a page of one's own is not warned of", () => {
  expect(prod({})).toEqual([]);
});

it.each([
  [
    "the committed placeholder for the runbooks",
    { runbooks: loadEnvironment("prod").alarms.runbooks },
    /alarms\.runbooks: .*not there/,
  ],
  ["nobody to tell", { emails: [] }, /alarms\.emails: got nothing/],
  ["an address that nobody reads", { emails: ["oncall@example.com"] }, /alarms\.emails: got "oncall@example\.com"/],
])("%s is warned of", (_, alarms, warning) => {
  expect(prod(alarms)).toEqual([expect.stringMatching(/^Warning: envs\/prod\.json: /)]);
  expect(prod(alarms)[0]).toMatch(warning);
});

it("dev may be without anybody to tell, the laptop without everything", () => {
  const { alarms, ...dev } = loadEnvironment("dev");
  expect(warnings({ ...dev, alarms: { ...alarms, ...settled, emails: [] } })).toEqual([]);
  expect(warnings(loadEnvironment("local"))).toEqual([]);
});

describe("capacity", () => {
  const staging = loadEnvironment("staging");
  const found = (over: Partial<Environment>, of = loadEnvironment("prod")) =>
    capacityWarnings({ ...of, ...over }).map((warning) => warning.replace(/: got .*?: /, ": "));
  const inBlock = (cidr: string) => found({ network: { ...staging.network, cidr } });
  const jobOf = (parallelism: number, checkpointIntervalMs: number) => ({
    flink: { ...staging.flink, parallelism, checkpointIntervalMs },
  });

  it("of the committed environments is not warned of", () => {
    for (const name of environmentNames()) expect(capacityWarnings(loadEnvironment(name))).toEqual([]);
  });

  it.each(["10.20.0.0/16", "172.16.0.0/16", "172.18.0.0/16", "192.168.0.0/20", "100.64.0.0/16"])(
    "%s is a network of one's own",
    (cidr) => expect(inBlock(cidr)).toEqual([]),
  );

  it("the block of containers, whole or in part, and public ones are warned of", () => {
    for (const cidr of ["172.17.0.0/16", "172.17.32.0/20"])
      expect(inBlock(cidr)).toEqual([expect.stringMatching(/^network\.cidr: .*172\.17\.0\.0\/16 themselves/)]);
    for (const cidr of ["8.8.0.0/16", "172.32.0.0/16", "192.169.0.0/16", "100.128.0.0/16"])
      expect(inBlock(cidr)).toEqual([expect.stringMatching(/^network\.cidr: public addresses/)]);
  });

  it("more than a million transactional ids are warned of, because they are kept for a week", () => {
    // 2 sinks x 604,800,000 ms / 1,209 ms = 1,000,496 for one subtask.
    expect(found(jobOf(1, 1_210))).toEqual([]);
    expect(found(jobOf(1, 1_209))).toEqual([
      "flink.checkpointIntervalMs: with flink.parallelism 1 the brokers keep 1,000,496 transactional ids, each for 168 hours, which fills " +
        "their memory; take a longer interval",
    ]);
    expect(found(jobOf(6, 7_260), staging)).toEqual([]);
    expect(found(jobOf(6, 7_257), staging)).toEqual([expect.stringContaining("1,000,083 transactional ids")]);
  });

  it("more subtasks than partitions of the input are warned of", () => {
    expect(found(jobOf(6, 60_000), staging)).toEqual([]);
    expect(found(jobOf(7, 60_000), staging)).toEqual([
      "flink.parallelism: kafka.topics.input has 6 partitions, and further subtasks read nothing but are paid for",
    ]);
  });
});
