import { join } from "node:path";
import { flinkJava, javaDifference } from "../local/platform/install/java-runtime";
import { run } from "../local/platform/install/run";
import { findJdk } from "../toolchain/java";
import { mavenCommand } from "../toolchain/maven";
import { findPython } from "../toolchain/python";

/** Runs the job's JUnit tests: the JDK compiles them, and they run on the Java that the job has on AWS. */
async function main(): Promise<void> {
  const jdk = findJdk();
  const java = await flinkJava({ jdk, python: findPython() });
  const difference = javaDifference(java);
  if (difference) console.log(difference);
  const { command, args, env } = mavenCommand([`-Djvm=${java.java}`, "test"], jdk.home);
  await run(command, args, { cwd: join(__dirname, "../flink-job"), env, onLine: console.log });
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
