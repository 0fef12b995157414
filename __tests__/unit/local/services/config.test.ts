import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../../../local/services/config";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "java-"));
});

afterEach(() => rm(home, { recursive: true, force: true }));

const environment = () => ({
  LOCAL_STATE_DIR: "/state",
  LOCAL_SERVICES_PORT: "1",
  EMULATOR_URL: "http://127.0.0.1:4566/",
  KAFKA_BOOTSTRAP_IAM: "127.0.0.1:9098",
  FLINK_REST_PORT: "8081",
  FLINK_CLASSPATH_DIR: "/flink",
  FLINK_JAVA_HOME: home,
});

it("knows the Java that runs Flink", async () => {
  await mkdir(join(home, "bin"));
  await writeFile(join(home, "bin", "java"), "");
  await writeFile(join(home, "release"), 'JAVA_VERSION="11.0.13"\n');
  expect(readConfig(environment()).flink.java).toEqual({ home, java: join(home, "bin", "java"), feature: 11 });
});

it("refuses a folder without a Java, among all else that is wrong", () => {
  const wrong = { ...environment(), LOCAL_SERVICES_PORT: "many" };
  expect(() => readConfig(wrong)).toThrow(`FLINK_JAVA_HOME: is "${home}", which has no Java`);
  expect(() => readConfig(wrong)).toThrow(/LOCAL_SERVICES_PORT/);
});
