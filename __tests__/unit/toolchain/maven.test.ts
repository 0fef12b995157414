import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { mavenCommand, mavenHome } from "../../../toolchain/maven";

const CACHE_HOME = resolve(__dirname, "../../../.cache/home");
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "a home-"));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

it("names the home folder to Java, which does not know the one of a user without an entry", () => {
  const { args, env } = mavenCommand(["package"], "/jdk", { HOME: home });
  const options = ["--batch-mode", "--no-transfer-progress", "--strict-checksums"];
  expect(args).toEqual([...options, `-Duser.home=${home}`, "package"]);
  expect(env).toMatchObject({ HOME: home, JAVA_HOME: "/jdk" });
});

it("leaves out what people set for their own builds", () => {
  const own = { MAVEN_ARGS: "-DskipTests", _JAVA_OPTIONS: "-Duser.language=tr", MAVEN_SKIP_RC: undefined };
  const { env } = mavenCommand([], "/jdk", { HOME: home, ...own });
  expect(env).toEqual({ HOME: home, JAVA_HOME: "/jdk", MAVEN_SKIP_RC: "true" });
});

it.each([
  ["a folder that is missing", () => join(home, "gone")],
  [
    "a file",
    () => {
      writeFileSync(join(home, "file"), "");
      return join(home, "file");
    },
  ],
])("takes the cache for %s as home", (_, path) => expect(mavenHome({ HOME: path() })).toBe(CACHE_HOME));

it("takes the cache where the home folder or its .m2 cannot be written", () => {
  mkdirSync(join(home, ".m2"));
  expect(mavenHome({ HOME: home })).toBe(home);
  const asked: unknown[] = [];
  // Simulated, because root may write everywhere.
  jest.spyOn(fs, "accessSync").mockImplementation((folder) => {
    asked.push(folder);
    throw new Error("EACCES");
  });
  expect(mavenHome({ HOME: home })).toBe(CACHE_HOME);
  rmSync(join(home, ".m2"), { recursive: true });
  expect(mavenHome({ HOME: home })).toBe(CACHE_HOME);
  expect(asked).toEqual([join(home, ".m2"), home]);
});
