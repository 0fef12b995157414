import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import type { Finding } from "../../guardrails/rule";
import { pythonEnvironment } from "../../local/platform/install/python-environment";
import { findPython } from "../../toolchain/python";
import { inheritedSettings } from "../../toolchain/user-settings";
import { addressAt, type Stacks } from "./stacks";

const REQUIREMENTS = join(__dirname, "requirements.txt");
/** Its report names every check of every resource. */
const LARGEST_REPORT_BYTES = 256 * 1024 * 1024;

interface Check {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_abs_path: string;
  readonly file_line_range: readonly [number, number];
}

interface Report {
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
  readonly results: { readonly failed_checks: readonly Check[] };
}

/** What checkov says of some stacks. */
export interface Verdict {
  readonly passed: number;
  readonly failed: readonly Finding[];
}

/** Folder of checkov's programs, installed on first use. */
export async function installCheckov(): Promise<string> {
  return pythonEnvironment({ name: "checkov", requirements: REQUIREMENTS, python: findPython() });
}

/** Runs checkov over stacks. @throws when it fails, or skips a file or a check that it could not read. */
export function check(programs: string, stacks: Stacks): Verdict {
  const root = dirname(dirname(Object.values(stacks)[0]!));
  const options = ["--framework", "terraform_json", "--output", "json", "--compact", "--skip-download", "--soft-fail"];
  const { status, stdout, stderr, error } = spawnSync(
    join(programs, "python"),
    [join(programs, "checkov"), "--directory", root, ...options],
    { encoding: "utf8", maxBuffer: LARGEST_REPORT_BYTES, env: inheritedSettings(process.env) },
  );
  const failures = stderr.split("\n").filter((line) => /\[(WARNI|ERROR)/.test(line));
  if (status !== 0 || failures.length > 0) {
    throw new Error(
      `checkov could not check everything: ${error?.message ?? (failures.join("\n").slice(0, 4000) || stderr)}`,
    );
  }
  return verdict(JSON.parse(stdout), stacks);
}

/**
 * checkov names a resource of Terraform's JSON as `aws_lambda_function.f` in some checks and as `resource.f` in others;
 * the line that it stands on tells which it is.
 */
export function verdict({ summary, results }: Report, stacks: Stacks): Verdict {
  if (summary.parsing_errors > 0) throw new Error(`checkov could not parse ${summary.parsing_errors} files`);
  const stackOf = new Map(Object.entries(stacks).map(([id, file]) => [resolve(file), id]));
  const failed = results.failed_checks.map((one): Finding => {
    const stack = stackOf.get(one.file_abs_path);
    if (!stack) throw new Error(`checkov reports on ${one.file_abs_path}, which is no stack's file`);
    const resource = addressAt(one.file_abs_path, one.file_line_range[0]);
    return { rule: one.check_id, stack, resource, message: one.check_name };
  });
  return { passed: summary.passed, failed };
}
