import { join } from "node:path";
import { stateBucket } from "../../../envs/names";
import type { Environment } from "../../../envs/schema";
import { seedLock } from "../../../terraform-cli/lock";
import type { Jdk } from "../../../toolchain/java";
import { awsSettings, writeAwsSettings } from "../aws-settings";
import { describeEndpoints, type Endpoints, writeEndpoints } from "../endpoints";
import type { Addresses, Files } from "../laptop";
import { step } from "../report";
import { type CdktfRun, deploy, destroy, synthesize } from "./cdktf";
import { deployEnvironment } from "./environment";
import { stackDirectories } from "./stacks";
import { ensureStateBucket, releaseStateLocks } from "./state-bucket";

/** What a deployment needs to know about the running laptop. */
export interface DeployTarget {
  readonly addresses: Addresses;
  readonly jdk: Jdk;
  /** PEM file that clients of the IAM listener must trust. */
  readonly caBundle: string;
}

/** Synthesizes the local stacks, deploys them and writes down where everything is. Safe to run again. */
export async function deployStacks(
  paths: Files,
  environment: Environment,
  { addresses, jdk, caBundle }: DeployTarget,
): Promise<Endpoints> {
  const options = runOptions(paths, addresses, jdk);
  await step("Building functions and job, synthesizing the stacks", () => synthesize(options));
  for (const dir of await stackDirectories(paths.stacks)) seedLock(dir, options.env);
  await ensureStateBucket(addresses.emulator, stateBucket(environment));
  await releaseStateLocks(addresses.emulator, stateBucket(environment));
  await step("Deploying the stacks", (note) => deploy({ ...options, onProgress: note }));
  const endpoints = await describeEndpoints(environment, addresses, paths.stacks);
  await writeAwsSettings(paths.awsSettings, { ...awsSettings(addresses), NODE_EXTRA_CA_CERTS: caBundle });
  await writeEndpoints(paths.endpoints, endpoints);
  return endpoints;
}

/** Destroys what the last deployment made. */
export async function destroyStacks(paths: Files, addresses: Addresses, jdk: Jdk): Promise<void> {
  const options = runOptions(paths, addresses, jdk);
  await step("Destroying the stacks", (note) => destroy({ ...options, onProgress: note }));
}

function runOptions(paths: Files, addresses: Addresses, jdk: Jdk): CdktfRun {
  return { output: paths.stacks, env: deployEnvironment(addresses, jdk), logFile: join(paths.logs, "deploy.log") };
}
