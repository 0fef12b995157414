import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironment } from "../../../../envs/load";
import { awsSettings, writeAwsSettings } from "../../../../local/platform/aws-settings";
import { describeEndpoints } from "../../../../local/platform/endpoints";
import { addresses, PREFERRED_PORTS } from "../../../../local/platform/laptop";

jest.mock("../../../../terraform-cli/environment", () => ({
  terraformEnv: () => ({ ...process.env, CHECKPOINT_DISABLE: "1" }),
}));

const { deployEnvironment } = jest.requireActual<typeof import("../../../../local/platform/deploy/environment")>(
  "../../../../local/platform/deploy/environment",
);

describe("the environment of a deployment", () => {
  const saved = { ...process.env };
  afterEach(() => {
    process.env = { ...saved };
  });

  it("lets nothing of the user's AWS settings through", () => {
    const own = { AWS_PROFILE: "prod", AWS_SESSION_TOKEN: "real", AWS_ENDPOINT_URL_S3: "https://s3.example" };
    Object.assign(process.env, own);
    const environment = deployEnvironment(addresses(PREFERRED_PORTS), { home: "/jdk" });
    for (const name of Object.keys(own)) expect(environment[name]).toBeUndefined();
    expect(environment).toMatchObject({ AWS_ACCESS_KEY_ID: "test", AWS_CONFIG_FILE: "/dev/null" });
  });

  it("sends four services to the adapters and the rest to the emulator", () => {
    const environment = deployEnvironment(addresses(PREFERRED_PORTS), { home: "/jdk" });
    const urls = Object.fromEntries(
      Object.entries(environment).filter(([name]) => name.startsWith("AWS_ENDPOINT_URL")),
    );
    expect(urls).toEqual({
      AWS_ENDPOINT_URL: "http://127.0.0.1:4566",
      AWS_ENDPOINT_URL_KAFKA: "http://127.0.0.1:4567",
      AWS_ENDPOINT_URL_KINESIS_ANALYTICS_V2: "http://127.0.0.1:4567",
      AWS_ENDPOINT_URL_FIREHOSE: "http://127.0.0.1:4567",
      AWS_ENDPOINT_URL_SAGEMAKER: "http://127.0.0.1:4567",
      AWS_ENDPOINT_URL_SAGEMAKER_FEATURESTORE_RUNTIME: "http://127.0.0.1:4567",
    });
  });
});

it("gives a shell the same settings in place of the user's own", async () => {
  const dir = await mkdtemp(join(tmpdir(), "aws-settings-"));
  try {
    const file = join(dir, "aws.env");
    await writeAwsSettings(file, awsSettings(addresses(PREFERRED_PORTS)));
    const { stdout } = spawnSync("sh", ["-c", `. '${file}' && env`], {
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        AWS_PROFILE: "prod",
        AWS_DEFAULT_REGION: "eu-west-1",
        AWS_ENDPOINT_URL: "https://aws.example",
      },
    });
    // The CLI's second version and most SDKs read the one, boto3 and the CLI's first version the other.
    expect(stdout).toContain("AWS_REGION=us-east-1\n");
    expect(stdout).toContain("AWS_DEFAULT_REGION=us-east-1\n");
    expect(stdout).toContain("AWS_ENDPOINT_URL=http://127.0.0.1:4566\n");
    expect(stdout).toContain("AWS_SECRET_ACCESS_KEY=test\n");
    expect(stdout).not.toContain("AWS_PROFILE");
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

it("describes the endpoints of what was synthesized", async () => {
  const dir = await mkdtemp(join(tmpdir(), "endpoints-"));
  const stack = async (name: string, resource: unknown): Promise<void> => {
    await mkdir(join(dir, "stacks", name), { recursive: true });
    await writeFile(join(dir, "stacks", name, "cdk.tf.json"), JSON.stringify({ resource }));
  };
  try {
    await stack("local-delivery", {
      aws_kinesis_firehose_delivery_stream: {
        stream: {
          name: "the-stream",
          extended_s3_configuration: { prefix: "aggregates/year=!{timestamp:yyyy}/month=!{timestamp:MM}/" },
        },
      },
    });
    await stack("local-processing", { aws_kinesisanalyticsv2_application: { job: { name: "the-job" } } });
    await stack("local-features", { aws_sagemaker_feature_group: { group: { feature_group_name: "the-group" } } });
    const endpoints = await describeEndpoints(loadEnvironment("local"), addresses(PREFERRED_PORTS), dir);
    expect(endpoints).toMatchObject({
      kafka: { bootstrap: "127.0.0.1:9092", bootstrap_iam: "127.0.0.1:9098" },
      aws: { endpoint_url: "http://127.0.0.1:4566", region: "us-east-1" },
      flink: { ui: "http://127.0.0.1:8081", application: "the-job" },
      lake: { prefix: "aggregates/", delivery_stream: "the-stream" },
      feature_store: { endpoint_url: "http://127.0.0.1:4567", feature_group: "the-group" },
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
