import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { loadEnvironment } from "../../../envs/load";
import type { Environment } from "../../../envs/schema";
import { addGuardrails } from "../../../guardrails/guardrails";
import { FUNCTION_NAMES, type FunctionName } from "../../../handlers/functions";
import { leaveOutTokenTraces } from "../../../module-kit/stack-traces";
import { createPipeline } from "../../../stacks/pipeline";

let folder: string;
beforeAll(leaveOutTokenTraces);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "artifact-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** dev's processing stack with the jar from somewhere else, where no jar was built. */
function processing(artifact: Environment["flink"]["artifact"]) {
  const dev = loadEnvironment("dev");
  const zips = join(folder, "zips");
  mkdirSync(zips);
  const functions = Object.fromEntries(
    FUNCTION_NAMES.map((name) => {
      const file = join(zips, `${name}.zip`);
      writeFileSync(file, name);
      return [name, file];
    }),
  ) as Record<FunctionName, string>;
  const app = new App({ outdir: join(folder, "out") });
  createPipeline(app, { ...dev, flink: { ...dev.flink, artifact } }, { functions });
  addGuardrails(app, [dev]);
  app.synth();
  return JSON.parse(readFileSync(join(folder, "out/stacks/dev-processing/cdk.tf.json"), "utf8"));
}

const published = { source: "published", bucket: "releases", key: "flink-job/0123456789abcdef.jar" } as const;

it("a published jar is taken from where the environment says, and nothing is built or uploaded", () => {
  const { resource } = processing(published);
  const { code_content } =
    resource.aws_kinesisanalyticsv2_application.job.application_configuration.application_code_configuration;
  expect(code_content.s3_content_location).toEqual({
    bucket_arn: "arn:${data.aws_partition.partition.partition}:s3:::releases",
    file_key: "flink-job/0123456789abcdef.jar",
  });
  expect(resource).not.toHaveProperty("aws_s3_object");
  expect(resource.aws_s3_bucket).not.toHaveProperty("artifacts");
});

it("the job may decrypt a published jar with the key that encrypts it, and no other", () => {
  const kmsKeyArn = "arn:aws:kms:us-east-1:111111111111:key/releases";
  const { data } = processing({ ...published, kmsKeyArn });
  const statements: { actions: string[]; resources: string[] }[] = data.aws_iam_policy_document.job_service.statement;
  const decrypting = statements.filter(({ actions }) => actions.includes("kms:Decrypt"));
  expect(decrypting.map(({ resources }) => resources)).toEqual([[kmsKeyArn]]);
});

it("an environment that wants the built jar is refused where there is none", () => {
  expect(() => processing({ source: "build" })).toThrow('dev: flink.artifact.source is "build", but no jar was built');
});
