import { join } from "node:path";
import { pythonEnvironment } from "../../local/platform/install/python-environment";
import { run } from "../../local/platform/install/run";
import { buildJob } from "../../scripts/build-job";
import { findPython } from "../../toolchain/python";
import { FEW_TICKERS, GOAL_PARALLELISM } from "./cases";
import type { Bench, Sample } from "./measure";

const FOLDER = join(__dirname, "pyflink");

/** Two amounts, of which the difference counts: it leaves out the start of the job, its Python processes and its end. */
const AMOUNTS = [20_000, 60_000] as const;
const ROUNDS = 3;

const topicOf = (records: number): string => `pyflink-${records}`;

/** Runs the same aggregation in PyFlink, which is slow and needs about 800 MB of packages; they are installed on first use. */
export async function measurePyflink({ java, market }: Bench): Promise<Sample[]> {
  const python = findPython();
  const programs = await pythonEnvironment({ name: "pyflink", requirements: join(FOLDER, "requirements.txt"), python });
  for (const records of AMOUNTS) await market.fill(topicOf(records), FEW_TICKERS, records);
  const warmUp = topicOf(AMOUNTS[0]);
  const topics = [warmUp, ...Array.from({ length: ROUNDS }, () => AMOUNTS.map(topicOf)).flat()];
  const settings = [buildJob().jarPath, market.bootstrap, GOAL_PARALLELISM, ...topics].map(String);
  const samples: Sample[] = [];
  await run(join(programs, "python"), [join(FOLDER, "job.py"), ...settings], {
    cwd: market.dir,
    env: { ...process.env, JAVA_HOME: java.home, TMPDIR: market.dir },
    onLine: (line) => line.startsWith("{") && samples.push(JSON.parse(line) as Sample),
  });
  return differences(samples.slice(1));
}

/** What every second run took more than the one before it. */
export function differences(samples: readonly Sample[]): Sample[] {
  return Array.from({ length: Math.floor(samples.length / 2) }, (_, pair) => {
    const [few, more] = [samples[2 * pair]!, samples[2 * pair + 1]!];
    return {
      records: more.records - few.records,
      wallSeconds: more.wallSeconds - few.wallSeconds,
      cpuSeconds: more.cpuSeconds - few.cpuSeconds,
    };
  });
}
