import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ZipFile } from "yazl";
import { awsSettings, writeAwsSettings } from "../../../../local/platform/aws-settings";
import { emulatorRuntime } from "../../../../local/platform/install/emulator-runtime";
import { addresses } from "../../../../local/platform/laptop";
import { readState } from "../../../../local/platform/supervisor/state";
import { findPython } from "../../../../toolchain/python";
import { EmulatorAlone } from "./emulator-alone";

const ROLE = "arn:aws:iam::000000000000:role/any";
const CLUSTER = "arn:aws:kafka:us-east-1:000000000000:cluster/c/0-1";

let emulator: EmulatorAlone;

beforeAll(async () => {
  emulator = await EmulatorAlone.start();
}, 240_000);
afterAll(() => emulator?.stop());

/** A call of the Lambda API. */
async function lambda(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const credential = "Credential=test/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=x";
  const answer = await fetch(`${emulator.url}/2015-03-31${path}`, {
    method,
    headers: { authorization: `AWS4-HMAC-SHA256 ${credential}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** A call of the EC2 API, answered in XML. */
async function ec2(action: string, parameters: Record<string, string> = {}): Promise<string> {
  const credential = "Credential=test/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=x";
  const answer = await fetch(emulator.url, {
    method: "POST",
    headers: {
      authorization: `AWS4-HMAC-SHA256 ${credential}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ Action: action, Version: "2016-11-15", ...parameters }),
  });
  return answer.text();
}

/** What stands in each element of a name. */
const inEach = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))].map(([, text]) => text!);

async function zipped(source: string): Promise<string> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(source), "index.js");
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("base64");
}

async function createFunction(name: string, source: string): Promise<void> {
  await lambda("POST", "/functions", {
    FunctionName: name,
    Runtime: "nodejs22.x",
    Handler: "index.handler",
    Role: ROLE,
    Timeout: 10,
    Code: { ZipFile: await zipped(source) },
    Environment: { Variables: { OWN: "value" } },
  });
}

it("runs a function in this Node, with its own variables, the region, the SDK and the laptop's endpoints", async () => {
  await createFunction(
    "probe",
    `exports.handler = async () => ({
      node: process.version,
      own: process.env.OWN,
      region: process.env.AWS_REGION,
      endpoint: process.env.AWS_ENDPOINT_URL,
      features: process.env.AWS_ENDPOINT_URL_SAGEMAKER_FEATURESTORE_RUNTIME,
      trusts: require("fs").existsSync(process.env.NODE_EXTRA_CA_CERTS),
      sdk: typeof require("@aws-sdk/client-s3").S3Client,
      leaked: process.env.JEST_WORKER_ID,
    });`,
  );
  await expect(lambda("POST", "/functions/probe/invocations", {})).resolves.toEqual({
    node: process.version,
    own: "value",
    region: "us-east-1",
    endpoint: emulator.url,
    features: addresses(emulator.ports).services,
    trusts: true,
    sdk: "function",
  });
});

it("has the zones of us-east-1 with the one that MSK refuses first, and interface endpoints in all others", async () => {
  const zones = await ec2("DescribeAvailabilityZones");
  expect(inEach(zones, "zoneName")).toEqual(["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`));
  expect(inEach(zones, "zoneId").map((id) => id.replace("use1-az", ""))).toEqual(["3", "1", "2", "4", "5", "6"]);
  const called = (service: string) =>
    ec2("DescribeVpcEndpointServices", { "ServiceName.1": `com.amazonaws.us-east-1.${service}` });
  for (const service of ["athena", "logs", "monitoring", "sagemaker.featurestore-runtime", "ssm", "ssmmessages"]) {
    const [served] = inEach(await called(service), "availabilityZoneSet");
    expect(inEach(served ?? "", "item")).toEqual(["b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`));
  }
  expect(inEach(await called("nonsense"), "Code")).toEqual(["InvalidServiceName"]);
});

it("keeps an event source mapping of type MSK with every setting", async () => {
  await createFunction("target", "exports.handler = async () => null;");
  const settings = {
    EventSourceArn: CLUSTER,
    Topics: ["prices"],
    AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: "group" },
    ProvisionedPollerConfig: { MinimumPollers: 1, MaximumPollers: 2 },
    BatchSize: 100,
    MaximumRetryAttempts: 3,
    StartingPosition: "TRIM_HORIZON",
    FunctionResponseTypes: ["ReportBatchItemFailures"],
  };
  const { UUID } = await lambda("POST", "/event-source-mappings/", { ...settings, FunctionName: "target" });
  await expect(lambda("GET", `/event-source-mappings/${UUID}`)).resolves.toMatchObject(settings);
});

it("forgets nothing when it is killed, and is back at the same address", async () => {
  await createFunction("kept", "exports.handler = async () => 42;");
  await new Promise((saved) => setTimeout(saved, 8_000));
  const [before] = (await readState(emulator.files.supervisor))!.parts;
  process.kill(-before!.pid!, "SIGKILL");
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await lambda("POST", "/functions/kept/invocations", {}).catch(() => undefined);
    if (answer !== undefined) {
      expect(answer).toBe(42);
      break;
    }
    expect(Date.now()).toBeLessThan(deadline);
    await new Promise((retry) => setTimeout(retry, 500));
  }
}, 90_000);

it("serves botocore, on which boto3 and AWS's first CLI stand, after `source aws.env`", async () => {
  const { awsSettings: file } = emulator.files;
  await writeAwsSettings(file, awsSettings(addresses(emulator.ports)));
  const program =
    "import botocore.session; print(botocore.session.get_session().create_client('sts').get_caller_identity()['Account'])";
  const python = await emulatorRuntime(findPython());
  const run = promisify(execFile)("sh", ["-c", `. '${file}' && exec '${python}' -c "${program}"`], {
    env: { PATH: process.env.PATH, AWS_DEFAULT_REGION: "eu-west-1", AWS_CONFIG_FILE: "/dev/null" },
  });
  await expect(run).resolves.toMatchObject({ stdout: "000000000000\n" });
});
