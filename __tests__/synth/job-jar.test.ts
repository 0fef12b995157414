import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { RUNTIME_JAVA } from "../../aws-limits/managed-flink";
import { buildJob } from "../../scripts/build-job";
import { LOST_OUTPUT_LOG } from "../../stacks/observability/lost-output";
import { classesAbove } from "../support/class-files";

const POM = join(__dirname, "../../flink-job/pom.xml");
const COMMITTER = "org/apache/flink/connector/kafka/sink/KafkaCommitter.class";
const BUILD_MS = 600_000;

let jar: string;

beforeAll(() => {
  jar = buildJob().jarPath;
}, BUILD_MS);

test("every class of the job's jar can be loaded by Managed Flink's Java", () => {
  expect(classesAbove(RUNTIME_JAVA, jar)).toEqual([]);
});

test("the project's own classes are compiled for that Java, so an older one cannot load them", () => {
  expect(classesAbove(RUNTIME_JAVA - 1, jar)).toContain(`marketdata/Main.class needs Java ${RUNTIME_JAVA}`);
});

test("the compiler refuses what that Java's library does not have", () => {
  expect(readFileSync(POM, "utf8")).toContain(`<maven.compiler.release>${RUNTIME_JAVA}</maven.compiler.release>`);
});

test("the line that the alarm on lost output counts is what the jar's Kafka sink logs", () => {
  const { [COMMITTER]: committer } = unzipSync(readFileSync(jar), { filter: ({ name }) => name === COMMITTER });
  const lines = Buffer.from(committer!).toString("latin1").match(new RegExp(LOST_OUTPUT_LOG, "g"));
  expect(lines).toHaveLength(3);
});
