import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { environmentNames, loadEnvironments } from "../../envs/load";
import { leaveOutTokenTraces } from "../../module-kit/stack-traces";
import { synthesizeStacks } from "../../scripts/security/synthesize";

/** An environment's file. */
// biome-ignore lint/suspicious/noExplicitAny: an edit of a file knows no type
type Json = any;

const ENVIRONMENTS = resolve(__dirname, "..", "..", "envs");
const read = (name: string): Json => JSON.parse(readFileSync(join(ENVIRONMENTS, `${name}.json`), "utf8"));

let folder: string;
beforeAll(leaveOutTokenTraces);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "variants-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Synthesizes what stands in the files; guardrails may stop it. */
function synthesize(files: readonly Json[]): void {
  for (const file of files) writeFileSync(join(folder, `${file.name}.json`), JSON.stringify(file));
  synthesizeStacks(loadEnvironments(environmentNames(folder), folder), folder, join(folder, "out"));
}

const stack = (id: string): Json => JSON.parse(readFileSync(join(folder, "out", "stacks", id, "cdk.tf.json"), "utf8"));

const EDITS: Readonly<Record<string, (environment: Json) => void>> = {
  "another kind of cluster": ({ kafka, network }) => {
    const provisioned = {
      mode: "provisioned",
      brokerCount: network.azCount,
      instanceType: "kafka.m7g.large",
      volumeGib: 100,
    };
    if (kafka.mode === "serverless") Object.assign(kafka, provisioned);
    else {
      for (const setting of Object.keys(provisioned)) delete kafka[setting];
      kafka.mode = "serverless";
    }
  },
  "another way to AWS": (environment) => {
    const { mode, cidr, azCount } = environment.network;
    environment.network = { mode: mode === "nat" ? "endpoints" : "nat", cidr, azCount };
  },
  "the other protection of data": (environment) => {
    environment.protectData = !environment.protectData;
    // What is protected may not have its topics deleted with their records: the environment's own rule decides.
    delete environment.kafka.topicDeletion;
  },
  "no protection of data, as before its end": (environment) => {
    environment.protectData = false;
  },
  "an operators' host, or none": (environment) => {
    environment.bastion = !environment.bastion;
  },
  "the other trust in services": (environment) => {
    environment.trust = { sourceAccount: { lambda: false, firehose: true, sagemaker: true } };
  },
  "trust without any source": (environment) => {
    environment.trust = { sourceAccount: { lambda: false, firehose: false, sagemaker: false } };
  },
  "a published jar": ({ flink }) => {
    flink.artifact = { source: "published", bucket: "releases", key: "job/0123456789abcdef.jar" };
  },
};

describe("nothing but an environment's file has to be edited for", () => {
  test.each(Object.entries(EDITS))("%s, in each of them", (_, edit) => {
    const files = environmentNames().map(read);
    for (const file of files) edit(file);
    expect(() => synthesize(files)).not.toThrow();
  });

  test("a consumer on schedule, whose missed invocations are kept and raise an alarm", () => {
    synthesize([{ ...read("dev"), consumer: { schedule: "rate(1 hour)" } }]);
    const { aws_scheduler_schedule: schedules, aws_sqs_queue: queues } = stack("dev-processing").resource;
    expect(schedules.consumer_schedule).toMatchObject({
      schedule_expression: "rate(1 hour)",
      target: {
        arn: "${aws_lambda_function.consumer.arn}",
        dead_letter_config: { arn: "${aws_sqs_queue.consumer_missed.arn}" },
      },
    });
    expect(queues.consumer_missed.name).toBe("market-data-dev-consumer-missed");
    expect(JSON.stringify(stack("dev-observability"))).toContain("market-data-dev-consumer-missed");
  });

  test("a new environment, made from dev", () => {
    const account = "444444444444";
    const network = { mode: "endpoints", cidr: "10.40.0.0/16", azCount: 2 };
    expect(() => synthesize([{ ...read("dev"), name: "qa", account, network }])).not.toThrow();
  });
});
