import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Jdk } from "../../../toolchain/java";
import { CACHE_DIR, PROJECT_DIR } from "../paths";
import { cachedDirectory } from "./cache";
import { runMaven } from "./maven";

const POM = join(PROJECT_DIR, "local", "platform", "flink-runtime", "pom.xml");

/** A directory of jars that runs the Flink job's jar; fetched on first use. */
export async function flinkRuntime(jdk: Jdk, cacheDir = CACHE_DIR): Promise<string> {
  return cachedDirectory(
    {
      name: "flink",
      madeFrom: [await readFile(POM, "utf8")],
      build: (dir) => runMaven(["dependency:copy-dependencies", `-DoutputDirectory=${dir}`], { pom: POM, jdk }),
    },
    cacheDir,
  );
}
