import type { Toolchain } from "../../../toolchain/all";
import { CACHE_DIR } from "../paths";
import { step } from "../report";
import { emulatorRuntime } from "./emulator-runtime";
import { flinkRuntime } from "./flink-runtime";
import { flinkJava, javaDifference } from "./java-runtime";
import { kafkaRuntime } from "./kafka-runtime";
import { CommandError } from "./run";

const isDiskFull = (said: string): boolean => /No space left on device|ENOSPC|Disk quota exceeded/.test(said);

/** As pip and Maven say that a file has another content, or another length, than its registry says. */
const isDamaged = (said: string): boolean =>
  /Checksum validation failed|DO NOT MATCH THE HASHES|IncompleteRead|not enough bytes were received|Premature end of Content-Length|BadZipFile/.test(
    said,
  );

function reason(what: string, registry: string, settings: string, said: string): string {
  if (isDiskFull(said))
    return `${what} could not be installed because the disk is full: make room, then run the command again.`;
  const problem = isDamaged(said)
    ? `${what} could not be installed because a file from ${registry} arrived damaged, and was discarded. Run the command again; ` +
      "when it says the same again, a proxy or a mirror changes what it passes on."
    : `${what} could not be installed from ${registry}. Is this machine online? Behind a proxy or a mirror, set ${settings}.`;
  return `${problem} What it said:\n  ${said}`;
}

/** Something could not be fetched; says from where, and what to look at. */
export class InstallError extends Error {
  constructor(what: string, registry: string, settings: string, cause: Error) {
    super(reason(what, registry, settings, cause.message), { cause });
    this.name = "InstallError";
  }
}

const MAVEN = ["Maven Central", "it in ~/.m2/settings.xml"] as const;
const PYPI = ["PyPI", "PIP_INDEX_URL or HTTPS_PROXY"] as const;

/** Fetches and builds what is missing; does nothing when all is there. @throws InstallError */
export async function installAll(toolchain: Toolchain, cacheDir = CACHE_DIR): Promise<void> {
  const { jdk, python } = toolchain;
  // Maven's own repository is not made for two that fill it at once.
  const jars = async (): Promise<void> => {
    await install("Kafka and the check of IAM tokens", MAVEN, () => kafkaRuntime(jdk, cacheDir));
    await install("Flink's runtime", MAVEN, () => flinkRuntime(jdk, cacheDir));
  };
  const results = await Promise.allSettled([
    jars(),
    install("the AWS emulator", PYPI, () => emulatorRuntime(python, cacheDir)),
    install("Flink's Java", PYPI, () => flinkJava(toolchain, cacheDir)),
  ]);
  for (const result of results) if (result.status === "rejected") throw result.reason;
  const difference = javaDifference(await flinkJava(toolchain, cacheDir));
  if (difference) console.log(difference);
}

async function install(
  what: string,
  [registry, settings]: readonly [string, string],
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await step(`Installing ${what}`, work);
  } catch (error) {
    if (isDiskFull((error as Error).message)) throw new InstallError(what, registry, settings, error as Error);
    throw error instanceof CommandError ? new InstallError(what, registry, settings, error) : error;
  }
}
