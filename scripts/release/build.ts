import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bundleFunctions } from "../../handlers/bundle";
import { version } from "../../package.json";
import { sha256 } from "../../toolchain/sha256";
import { buildJob } from "../build-job";
import { modulesArchive } from "./modules-archive";

/** A file of a release. */
export interface ReleaseFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Makes a release's files: a zip per function, the Flink job's jar, the modules as an archive, and SHA256SUMS, which `sha256sum --check`
 * reads. Nothing in them follows from the time or the machine.
 */
export async function buildRelease(root: string, output: string): Promise<ReleaseFile[]> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const functions = Object.values(await bundleFunctions());
  for (const zip of functions) copyFileSync(zip, join(output, basename(zip)));
  copyFileSync(buildJob().jarPath, join(output, "flink-job.jar"));
  const archive = `terraform-aws-market-data-pipeline-${version}.zip`;
  writeFileSync(join(output, archive), modulesArchive(root));
  const names = [...functions.map((zip) => basename(zip)), "flink-job.jar", archive].sort();
  const files = names.map((name) => ({ name, sha256: sha256(readFileSync(join(output, name))) }));
  writeFileSync(join(output, "SHA256SUMS"), files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(""));
  return files;
}
