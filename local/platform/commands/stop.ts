import { rm } from "node:fs/promises";
import { findJdk } from "../../../toolchain/java";
import { isFree } from "../../ports";
import { destroyStacks } from "../deploy/deploy";
import { readEndpoints } from "../endpoints";
import { addresses, type Files, files, type LocalPorts, readPorts } from "../laptop";
import { describeTaken } from "../port-owner";
import { step } from "../report";
import { partsHealth } from "../status/parts";
import { stopEverything } from "../supervisor/leftovers";
import { readState } from "../supervisor/state";
import { exclusively } from "./start";

export interface StopOptions {
  /** Leave stacks and data, for the next start to continue with. */
  readonly keep: boolean;
}

/** Destroys the local stacks, stops every process and deletes the data. @throws when a port is still open afterwards */
export async function stop({ keep }: StopOptions): Promise<void> {
  const paths = files();
  await exclusively(async () => {
    const state = await readState(paths.supervisor);
    const ports = await readPorts(paths.ports);
    const destroyFailure = keep || !ports ? undefined : await destroy(paths, ports);
    const stopped = state ? await step("Stopping every process", () => stopEverything(state)) : 0;
    await rm(paths.supervisor, { force: true });
    if (!keep) await wipe(paths);
    if (ports && stopped > 0) await checkPorts(ports);
    if (destroyFailure) throw destroyFailure;
    console.log(stopped > 0 ? "The laptop is stopped." : "The laptop was not running.");
  });
}

/** @returns why a complete deployment could not be destroyed, to be reported once the rest is cleaned up */
async function destroy(paths: Files, ports: LocalPorts): Promise<Error | undefined> {
  if (!(await readEndpoints(paths.endpoints))) return undefined;
  const unhealthy = (await partsHealth(paths)).filter(({ name, healthy }) => !healthy && !name.includes("/"));
  if (unhealthy.length > 0) {
    console.log(
      `Nothing is destroyed by Terraform, since this does not answer: ${unhealthy.map(({ name }) => name).join(", ")}.`,
    );
    return undefined;
  }
  try {
    await destroyStacks(paths, addresses(ports), findJdk());
    return undefined;
  } catch (error) {
    return new Error(`The processes are stopped and the data is deleted, but: ${(error as Error).message}`);
  }
}

/** Deletes what was deployed; ports, certificates and logs stay. */
async function wipe(paths: Files): Promise<void> {
  const deployed = [paths.endpoints, paths.awsSettings, paths.broker, paths.emulator, paths.services, paths.stacks];
  await Promise.all(deployed.map((path) => rm(path, { recursive: true, force: true })));
}

async function checkPorts(ports: LocalPorts): Promise<void> {
  const open: string[] = [];
  for (const [name, port] of Object.entries(ports)) if (!(await isFree(port))) open.push(describeTaken(name, port));
  if (open.length > 0)
    throw new Error(`No process of the laptop runs any more, but these ports are not free: ${open.join("; ")}.`);
}
