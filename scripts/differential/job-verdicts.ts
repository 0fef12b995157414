import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { GeneratedCase } from "../../contracts/differential/cases";
import { flinkRuntime } from "../../local/platform/install/flink-runtime";
import { findJdk } from "../../toolchain/java";
import { buildJob } from "../build-job";

const PROGRAM = join(__dirname, "../../flink-job/src/test/java/marketdata/input/ContractVerdicts.java");
const MOST_OUTPUT_BYTES = 1 << 30;

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

/**
 * The verdicts of the parser in the job's jar, one line a case.
 * @throws Error with what Java said when it fails
 */
export async function jobVerdicts(cases: readonly GeneratedCase[], now: number): Promise<string[]> {
  const jdk = findJdk();
  const classPath = [buildJob().jarPath, join(await flinkRuntime(jdk), "*")].join(":");
  const input = Buffer.concat([int32(cases.length), ...cases.flatMap(({ bytes }) => [int32(bytes.length), bytes])]);
  const { status, stdout, stderr, error } = spawnSync(jdk.java, ["-cp", classPath, PROGRAM, String(now)], {
    input,
    maxBuffer: MOST_OUTPUT_BYTES,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The job's parser did not judge the cases: ${error?.message ?? stderr}`);
  return stdout.split("\n").slice(0, -1);
}
