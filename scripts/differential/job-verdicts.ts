import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { RUNTIME_JAVA } from "../../aws-limits/managed-flink";
import type { GeneratedCase } from "../../contracts/differential/cases";
import { flinkRuntime } from "../../local/platform/install/flink-runtime";
import { flinkJava } from "../../local/platform/install/java-runtime";
import { run } from "../../local/platform/install/run";
import { findJdk } from "../../toolchain/java";
import type { JavaRuntime } from "../../toolchain/java-runtime";
import { findPython } from "../../toolchain/python";
import { inheritedSettings } from "../../toolchain/user-settings";
import { buildJob } from "../build-job";

const SOURCE = join(__dirname, "../../flink-job/src/test/java/marketdata/input/ContractVerdicts.java");
const PROGRAM = "marketdata.input.ContractVerdicts";
const MOST_OUTPUT_BYTES = 1 << 30;

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

/**
 * The verdicts of the parser in the job's jar, one line per case.
 * @throws Error with what Java said when it fails
 */
export async function jobVerdicts(cases: readonly GeneratedCase[], now: number): Promise<string[]> {
  const jdk = findJdk();
  const java = await flinkJava({ jdk, python: findPython() });
  const jars = [buildJob().jarPath, join(await flinkRuntime(jdk), "*")].join(delimiter);
  const classes = await mkdtemp(join(tmpdir(), "verdicts-"));
  try {
    await run(jdk.compiler, [
      "--release",
      String(RUNTIME_JAVA),
      "-encoding",
      "UTF-8",
      "-cp",
      jars,
      "-d",
      classes,
      SOURCE,
    ]);
    return verdicts(java, [classes, jars].join(delimiter), cases, now);
  } finally {
    await rm(classes, { recursive: true, force: true });
  }
}

function verdicts({ java }: JavaRuntime, classPath: string, cases: readonly GeneratedCase[], now: number): string[] {
  const input = Buffer.concat([int32(cases.length), ...cases.flatMap(({ bytes }) => [int32(bytes.length), bytes])]);
  const { status, stdout, stderr, error } = spawnSync(java, ["-cp", classPath, PROGRAM, String(now)], {
    input,
    maxBuffer: MOST_OUTPUT_BYTES,
    encoding: "utf8",
    env: inheritedSettings(process.env),
  });
  if (status !== 0) throw new Error(`The job's parser did not judge the cases: ${error?.message ?? stderr}`);
  return stdout.split("\n").slice(0, -1);
}
