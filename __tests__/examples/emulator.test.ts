import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleFunctions } from "../../handlers/bundle";
import { terraformEnv } from "../../terraform-cli/environment";
import { terraformBinary } from "../../toolchain/terraform";
import { type Rig, startRig } from "../integration/local/services/rig";
import { ExamplesRoot, examples, keyOf } from "../support/examples";

const run = promisify(execFile);

/** Modules whose basic example the laptop cannot make, and why. */
const NOT_HERE: Readonly<Record<string, string>> = {
  bastion: "the emulator has no public parameter with the newest image",
  "flink-application": "it needs a job; e2e applies examples/pipeline, which has one",
};

const basic = examples.filter(({ name, example }) => example === "basic" && !(name in NOT_HERE));

const PROVIDER = `provider "aws" {
  region                      = "us-east-1"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
}
`;

/** All in one root: most of the time is the provider's. */
let rig: Rig;
let root: ExamplesRoot;

const terraform = async (...args: string[]): Promise<string> => {
  const env = { ...terraformEnv(), ...rig.awsEnv };
  return (await run(terraformBinary(), args, { cwd: root.folder, env, maxBuffer: 2 ** 26 })).stdout;
};

beforeAll(async () => {
  rig = await startRig();
  const functions = await bundleFunctions(join(rig.dir, "functions"));
  root = new ExamplesRoot(basic, {
    region: '"us-east-1"',
    cluster_arn: "module.kafka_topics_basic.cluster_arn",
    create_topics_package: JSON.stringify(functions["create-topics"]),
  });
  const outputs = basic.map((each) => `output "${keyOf(each)}" {\n  value = module.${keyOf(each)}\n}\n`);
  writeFileSync(join(root.folder, "provider.tf"), [PROVIDER, ...outputs].join("\n"));
}, 300_000);

afterAll(async () => {
  root?.remove();
  await rig?.stop();
}, 120_000);

test("the modules' basic examples apply", async () => {
  await terraform("apply", "-auto-approve", "-no-color");
  const outputs = JSON.parse(await terraform("output", "-json")) as Record<string, { value: unknown }>;
  expect(outputs.kafka_topics_basic?.value).toMatchObject({ topic_names: ["prices"] });
  expect(outputs.function_basic?.value).toEqual({ function_name: "acme-hello" });
});

test("the modules' basic examples make a function that answers", async () => {
  const invocation = { method: "POST", body: JSON.stringify({ name: "Ada" }) };
  const answer = await rig.emulatorClient.send("lambda", "/2015-03-31/functions/acme-hello/invocations", invocation);
  expect(await answer.json()).toEqual({ greeting: "Hello, Ada!" });
});

test("the modules' basic examples have nothing to change then", async () => {
  await expect(terraform("plan", "-no-color")).resolves.toContain("No changes.");
});

test("the modules' basic examples are destroyed as a whole", async () => {
  await terraform("destroy", "-auto-approve", "-no-color");
  expect(await terraform("state", "list")).toBe("");
});
