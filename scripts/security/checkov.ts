import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../guardrails/rule";
import { cachedDirectory } from "../../local/platform/install/cache";
import { CommandError, run } from "../../local/platform/install/run";
import { findPython } from "../../local/platform/toolchain/python";
import type { StackEntry } from "../plan/order";

const VERSION = "3.3.30";

/** A part of checkov's JSON report: https://www.checkov.io/2.Basics/Reviewing%20Scan%20Results.html */
export interface Report {
  readonly summary: { readonly passed: number };
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly file_path: string;
      readonly resource: string;
    }[];
  };
}

/** checkov's program, in a virtual environment below `cache` that is made on first use. */
export async function installCheckov(cache: string): Promise<string> {
  const python = await findPython();
  mkdirSync(cache, { recursive: true });
  const environment = await cachedDirectory(
    {
      name: "checkov",
      madeFrom: [VERSION, python.version],
      inPlace: true,
      build: async (folder) => {
        await run(python.command, ["-m", "venv", folder]);
        await run(join(folder, "bin", "python"), ["-m", "pip", "install", "--quiet", `checkov==${VERSION}`]);
      },
    },
    cache,
  );
  return join(environment, "bin", "checkov");
}

/** Scans stacks that are synthesized below `output`, working in `folder`. @throws when checkov leaves no report. */
export async function scan(
  program: string,
  stacks: readonly StackEntry[],
  output: string,
  folder: string,
): Promise<Report> {
  rmSync(folder, { recursive: true, force: true });
  for (const { name, workingDirectory } of stacks) {
    mkdirSync(join(folder, "stacks", name), { recursive: true });
    // checkov takes *.tf.json for Terraform, but not the name that CDKTF gives it.
    copyFileSync(join(output, workingDirectory, "cdk.tf.json"), join(folder, "stacks", name, "main.tf.json"));
  }
  const what = ["--directory", join(folder, "stacks"), "--framework", "terraform_json"];
  const how = ["--output", "json", "--output-file-path", folder, "--quiet", "--compact", "--soft-fail"];
  try {
    await run(program, [...what, ...how]);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new Error(`checkov failed: ${error.message}`);
  }
  return JSON.parse(readFileSync(join(folder, "results_json.json"), "utf8"));
}

/** What checkov complains about, as the guardrails' findings. */
export function findingsOf({ results }: Report): Finding[] {
  return results.failed_checks.map(({ check_id, check_name, file_path, resource }) => ({
    rule: check_id,
    stack: file_path.split("/").at(-2) ?? file_path,
    resource,
    message: check_name,
  }));
}
