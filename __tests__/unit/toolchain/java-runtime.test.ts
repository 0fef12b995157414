import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findJavaRuntime, javaRuntimeIn } from "../../../toolchain/java-runtime";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "javas-"));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

async function install(version: string, path: string = version): Promise<string> {
  const home = join(dir, path);
  await mkdir(join(home, "bin"), { recursive: true });
  await writeFile(join(home, "release"), `IMPLEMENTOR="Somebody"\nJAVA_VERSION="${version}"\n`);
  await writeFile(join(home, "bin", "java"), "");
  return home;
}

const find = (feature: number, env: NodeJS.ProcessEnv = {}) => findJavaRuntime(feature, env, [[dir, ""]]);

describe("javaRuntimeIn", () => {
  it.each([
    ["11.0.13", 11],
    ["17", 17],
    ["25.0.2", 25],
  ])("reads which Java %s is", async (version, feature) => {
    const home = await install(version);
    expect(javaRuntimeIn(home)).toEqual({ home, java: join(home, "bin", "java"), feature });
  });

  it("takes Java 8, which counts otherwise, for none that is asked for", async () => {
    expect(javaRuntimeIn(await install("1.8.0_392"))?.feature).toBe(1);
  });

  it("finds none in a folder without one", async () => {
    expect(javaRuntimeIn(dir)).toBeUndefined();
    const home = await install("11.0.13");
    await rm(join(home, "bin"), { recursive: true });
    expect(javaRuntimeIn(home)).toBeUndefined();
  });
});

describe("findJavaRuntime", () => {
  it("takes the wanted one among those that are installed", async () => {
    await install("17.0.9");
    const home = await install("11.0.20");
    await install("21.0.1");
    expect(find(11)?.home).toBe(home);
    expect(find(8)).toBeUndefined();
  });

  it("takes one that a variable names before them", async () => {
    await install("11.0.20");
    const named = await install("11.0.25", "elsewhere/jdk");
    expect(find(11, { JAVA_HOME_11_X64: named })?.home).toBe(named);
    expect(find(11, { JAVA_HOME: named })?.home).toBe(named);
  });

  it("passes over a variable that names another Java, or none", async () => {
    const home = await install("11.0.20");
    expect(find(11, { JAVA_HOME: await install("17.0.9"), JAVA_HOME_11: join(dir, "gone") })?.home).toBe(home);
  });

  it("looks where macOS has the home of each", async () => {
    const home = await install("11.0.20", "temurin-11.jdk/Contents/Home");
    expect(findJavaRuntime(11, {}, [[dir, "Contents/Home"]])?.home).toBe(home);
  });

  it("passes over one that cannot read a newer keytool's trust store", async () => {
    await install("11.0.11");
    expect(find(11)).toBeUndefined();
    const home = await install("11.0.12");
    expect(find(11)?.home).toBe(home);
  });

  it("takes the first update of a newer one, which can", async () => {
    const home = await install("25");
    expect(find(25)?.home).toBe(home);
  });
});
