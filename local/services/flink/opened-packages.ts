import type { JavaRuntime } from "../../../toolchain/java-runtime";

/** The Java that closed its own packages to reflection: https://openjdk.org/jeps/403. */
const CLOSED_SINCE = 17;

/** Flink's own list (`env.java.opts.all` of its distribution). */
const OPENED = [
  "lang",
  "net",
  "io",
  "nio",
  "lang.reflect",
  "text",
  "time",
  "util",
  "util.concurrent",
  "util.concurrent.atomic",
  "util.concurrent.locks",
];

/** Options with which Flink can use Java's own packages; Managed Flink's Java 11 needs none. */
export const openedPackages = ({ feature }: Pick<JavaRuntime, "feature">): string[] =>
  feature < CLOSED_SINCE
    ? []
    : [
        "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
        ...OPENED.map((name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`),
      ];
