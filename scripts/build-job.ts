import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { findJdk, type Jdk } from "../toolchain/java";
import { mavenCommand } from "../toolchain/maven";
import { sourceFiles } from "../toolchain/source-files";

const ROOT = path.join(__dirname, "..");
const PROJECT = path.join(ROOT, "flink-job");
const BUILT = path.join(ROOT, "dist/flink-job");

/** The Flink job, built. */
export interface Job {
  /** Absolute path of the shaded jar; its name holds the hash of the sources. */
  readonly jarPath: string;
}

/**
 * The jar of the Flink job, from the last build where no source has changed since.
 * @throws Error that says what to install, or what Maven said.
 */
export function buildJob(): Job {
  const jarPath = path.join(BUILT, `job-${sourcesHash()}.jar`);
  if (fs.existsSync(jarPath)) return { jarPath };
  const jdk = requireJdk();
  console.error("Building the Flink job; the first time takes a minute or two …");
  fs.mkdirSync(BUILT, { recursive: true });
  const directory = fs.mkdtempSync(path.join(BUILT, "build-"));
  try {
    runMaven(jdk, directory);
    // Renamed in one step: another synth that runs at the same time sees the whole jar or none.
    fs.renameSync(path.join(directory, "flink-job.jar"), jarPath);
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
  return { jarPath };
}

function runMaven(jdk: Jdk, directory: string): void {
  const goals = ["--quiet", "-Dmaven.test.skip", `-Doutput.folder=${directory}`, "package"];
  const { command, args, env } = mavenCommand(goals, jdk.home);
  const maven = spawnSync(command, args, { cwd: PROJECT, encoding: "utf8", env });
  if (maven.status === 0) return;
  throw new Error(`The Flink job does not build:\n${maven.error?.message ?? maven.stdout}${maven.stderr ?? ""}`);
}

/** Of everything that the jar is made from. */
function sourcesHash(): string {
  const hash = createHash("sha256");
  const files = sourceFiles(path.join(PROJECT, "src/main"));
  for (const file of [path.join(PROJECT, "pom.xml"), ...files].sort()) {
    hash.update(path.relative(PROJECT, file)).update("\0").update(fs.readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function requireJdk(): Jdk {
  try {
    return findJdk();
  } catch (missing) {
    throw new Error(
      `The Flink job must be built. ${(missing as Error).message} Or name a published jar in envs/<name>.json: ` +
        '"flink": { "artifact": { "source": "published", "bucket": "…", "key": "…" } }.',
    );
  }
}
