import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { cachedDirectory } from "../../local/platform/install/cache";
import { runMaven } from "../../local/platform/install/maven";
import { CACHE_DIR } from "../../local/platform/paths";
import { buildJob } from "../../scripts/build-job";
import type { Jdk } from "../../toolchain/java";

const PROJECT = join(__dirname, "java");

/** Class path of the programs that are measured: the job's own jar first. They are fetched and built when their sources have changed. */
export async function classPath(jdk: Jdk, cacheDir = CACHE_DIR): Promise<string> {
  const { jarPath } = buildJob();
  const programs = await cachedDirectory(
    { name: "flink-bench", madeFrom: [jarPath, ...(await sources())], build: (dir) => build(dir, jarPath, jdk) },
    cacheDir,
  );
  return [jarPath, join(programs, "*")].join(":");
}

async function build(dir: string, jarPath: string, jdk: Jdk): Promise<void> {
  const project = join(dir, "build");
  for (const part of ["src", "pom.xml"]) await cp(join(PROJECT, part), join(project, part), { recursive: true });
  const goals = ["package", "dependency:copy-dependencies", `-DoutputDirectory=${dir}`, `-Djob.jar=${jarPath}`];
  await runMaven(goals, { pom: join(project, "pom.xml"), jdk });
  await cp(join(project, "target", "bench.jar"), join(dir, "bench.jar"));
}

async function sources(): Promise<string[]> {
  const files = await readdir(join(PROJECT, "src"), { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  return Promise.all([join(PROJECT, "pom.xml"), ...paths.sort()].map((path) => readFile(path, "utf8")));
}
