import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Jdk } from "../../../toolchain/java";
import { CACHE_DIR, PROJECT_DIR } from "../paths";
import { cachedDirectory } from "./cache";
import { runMaven } from "./maven";

const SOURCE_DIR = join(PROJECT_DIR, "local", "broker");

/** A directory of jars that runs a Kafka broker with the check of IAM tokens; fetched and built on first use. */
export async function kafkaRuntime(jdk: Jdk, cacheDir = CACHE_DIR): Promise<string> {
  return cachedDirectory(
    {
      name: "kafka",
      madeFrom: await sources(),
      build: async (dir) => {
        const project = join(dir, "build");
        await cp(join(SOURCE_DIR, "src"), join(project, "src"), { recursive: true });
        await cp(join(SOURCE_DIR, "pom.xml"), join(project, "pom.xml"));
        await runMaven(["package", "dependency:copy-dependencies", `-DoutputDirectory=${dir}`], {
          pom: join(project, "pom.xml"),
          jdk,
        });
        await cp(join(project, "target", "local-broker-1.0.jar"), join(dir, "local-broker.jar"));
      },
    },
    cacheDir,
  );
}

async function sources(): Promise<string[]> {
  const java = (await readdir(join(SOURCE_DIR, "src"), { recursive: true })).filter((name) => name.endsWith(".java"));
  const files = ["pom.xml", ...java.sort().map((name) => join("src", name))];
  return Promise.all(files.map(async (name) => `${name}\n${await readFile(join(SOURCE_DIR, name), "utf8")}`));
}
