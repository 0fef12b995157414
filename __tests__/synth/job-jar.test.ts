import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RUNTIME_JAVA } from "../../contracts/managed-flink";
import { buildJob } from "../../scripts/build-job";
import { classesAbove } from "../support/class-files";

const POM = join(__dirname, "../../flink-job/pom.xml");

test("every class of the job's jar can be loaded by Managed Flink's Java", () => {
  expect(classesAbove(RUNTIME_JAVA, buildJob().jarPath)).toEqual([]);
});

test("the project's own classes are compiled for that Java, so an older one cannot load them", () => {
  const own = classesAbove(RUNTIME_JAVA - 1, buildJob().jarPath);
  expect(own).toContain(`marketdata/Main.class needs Java ${RUNTIME_JAVA}`);
});

test("the compiler refuses what that Java's library does not have", () => {
  expect(readFileSync(POM, "utf8")).toContain(`<maven.compiler.release>${RUNTIME_JAVA}</maven.compiler.release>`);
});
