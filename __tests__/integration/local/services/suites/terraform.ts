import { execFile } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { terraformEnv } from "../../../../../terraform-cli/environment";
import { terraformBinary } from "../../../../../toolchain/terraform";
import type { Rig } from "../rig";

const run = promisify(execFile);

/** The real provider against the services: apply, plan again, change in place, destroy. */
export function terraformSuite(rig: () => Rig): void {
  let dir: string;
  const terraform = (...args: string[]) =>
    run(terraformBinary(), [...args, "-no-color"], {
      cwd: dir,
      env: { ...terraformEnv(), ...rig().awsEnv, TF_VAR_jar: join(dir, "job.jar") },
    });
  const exitCodeOfPlan = (...args: string[]) =>
    terraform("plan", "-detailed-exitcode", ...args).then(
      () => 0,
      (error: { code: number; stdout: string }) => (error.code === 2 ? error.stdout : Promise.reject(error)),
    );

  beforeAll(async () => {
    dir = join(rig().dir, "terraform");
    mkdirSync(dir);
    cpSync(join(__dirname, "..", "fixture"), dir, { recursive: true });
    writeFileSync(join(dir, "job.jar"), "not started");
    await terraform("init", "-backend=false");
  });

  const CHANGED = ["-var", "parallelism=2", "-var", "buffer_seconds=3", "-var", "retention_hours=2"];

  it("applies", async () => {
    await terraform("apply", "-auto-approve");
    const { stdout } = await terraform("output", "-json");
    expect(JSON.parse(stdout)).toMatchObject({
      brokers: { value: rig().kafkaIam },
      private_brokers: { value: rig().kafkaIam },
    });
  });

  it("has nothing to change then", async () => expect(await exitCodeOfPlan()).toBe(0));

  it("changes in place, and has nothing to change then", async () => {
    const { stdout } = await terraform("apply", "-auto-approve", ...CHANGED);
    expect(stdout).toContain("0 added, 4 changed, 0 destroyed");
    expect(await exitCodeOfPlan(...CHANGED)).toBe(0);
  });

  it("destroys, and leaves nothing behind", async () => {
    await terraform("destroy", "-auto-approve", ...CHANGED);
    await expect(rig().rest("GET", "/api/v2/clusters")).resolves.toEqual({ clusterInfoList: [] });
    await expect(rig().call("Firehose_20150804.ListDeliveryStreams", {})).resolves.toMatchObject({
      DeliveryStreamNames: [],
    });
    await expect(rig().call("KinesisAnalytics_20180523.ListApplications", {})).resolves.toEqual({
      ApplicationSummaries: [],
    });
    await expect(rig().call("SageMaker.ListFeatureGroups", {})).resolves.toEqual({ FeatureGroupSummaries: [] });
  });
}
