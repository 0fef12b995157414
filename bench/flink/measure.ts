import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../local/platform/install/run";
import { openedPackages } from "../../local/services/flink/opened-packages";
import type { JavaRuntime } from "../../toolchain/java-runtime";
import type { Case } from "./cases";
import { type Market, PARTITIONS, topicOf } from "./market";

/** Flink's own scripts start its processes with G1; the heap is half of a Managed Flink KPU's memory. The same for every program. */
const JVM_OPTIONS = ["-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "-XX:-UseDynamicNumberOfCompilerThreads"];

/** Else a profiler takes the calls that are compiled into one another for the loop that is next to them. */
const PROFILED_JVM_OPTIONS = ["-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints"];

/** How much a run reads; both are multiples of the number of partitions. */
export interface Amounts {
  readonly records: number;
  /** Read three times before by the same process, unmeasured, so that its code is compiled; 0 for not at all. */
  readonly warmUp: number;
}

/** Without a broker a run takes a fraction of the time: it reads more, so that it is long enough to be measured. */
export const IN_MEMORY_FACTOR = 4;

/** How often a process reads the warm-up's records: more than once, because the end of a run undoes part of what was compiled. */
export const WARM_UPS = 3;

function amountsOf({ subject }: Case, { records, warmUp }: Amounts): Amounts {
  return { records: subject === "job-in-memory" ? records * IN_MEMORY_FACTOR : records, warmUp };
}

/** What a run took, from the first records that it read until windows with all of them were out. */
export interface Sample {
  readonly records: number;
  readonly wallSeconds: number;
  /** Of the whole process with its garbage collector, without its just-in-time compiler. */
  readonly cpuSeconds: number;
  /** Checkpoints that began meanwhile; unknown of PyFlink, none of the loop. */
  readonly checkpoints?: number;
}

/** Where and with what programs are run. */
export interface Bench {
  readonly java: JavaRuntime;
  readonly classPath: string;
  readonly market: Market;
  readonly amounts: Amounts;
}

/** Runs a case in a process of its own. @param profile file for the stacks that a profiler sees; none by default */
export async function measure(bench: Bench, wanted: Case, profile?: string): Promise<Sample> {
  const directory = await mkdtemp(join(bench.market.dir, "run-"));
  const settings = {
    ...{ subject: wanted.subject, backend: wanted.backend, parallelism: wanted.parallelism },
    ...amountsOf(wanted, bench.amounts),
    ...{ bootstrap: bench.market.bootstrap, topic: topicOf(wanted.tickers), partitions: PARTITIONS },
    ...{ warmUps: WARM_UPS, directory, profile },
  };
  const options = [...JVM_OPTIONS, ...openedPackages(bench.java), ...(profile ? PROFILED_JVM_OPTIONS : [])];
  const arguments_ = [...options, `-Djava.io.tmpdir=${directory}`, "-cp", bench.classPath, "marketdata.bench.Main"];
  try {
    const printed = await run(bench.java.java, [...arguments_, JSON.stringify(settings)], { cwd: directory });
    return JSON.parse(printed.findLast((line) => line.startsWith("{")) ?? "") as Sample;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
