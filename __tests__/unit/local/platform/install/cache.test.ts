import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type CachedDirectory, cachedDirectory } from "../../../../../local/platform/install/cache";

let dir: string;
let builds: number;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "cache-"));
  builds = 0;
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const tool = (version: string): CachedDirectory => ({
  name: "tool",
  madeFrom: [version],
  build: async (into) => {
    builds++;
    await sleep(30);
    await writeFile(join(into, "version"), version);
  },
});

it("builds once and finds it again", async () => {
  const first = await cachedDirectory(tool("1"), dir);
  const second = await cachedDirectory(tool("1"), dir);
  expect(second).toBe(first);
  expect(await readFile(join(first, "version"), "utf8")).toBe("1");
  expect(builds).toBe(1);
});

it("builds again when what it is made from changes, and keeps both", async () => {
  const one = await cachedDirectory(tool("1"), dir);
  const two = await cachedDirectory(tool("2"), dir);
  expect(two).not.toBe(one);
  expect(existsSync(one)).toBe(true);
});

it("builds once for many that ask at the same time", async () => {
  await Promise.all([1, 2, 3, 4].map(() => cachedDirectory(tool("1"), dir)));
  expect(builds).toBe(1);
});

it("leaves nothing behind when the build fails, and tries again the next time", async () => {
  const failing: CachedDirectory = {
    ...tool("1"),
    build: async (into) => {
      await writeFile(join(into, "half"), "");
      throw new Error("no network");
    },
  };
  await expect(cachedDirectory(failing, dir)).rejects.toThrow("no network");
  expect(await readdir(dir)).toEqual([]);
  const built = await cachedDirectory(tool("1"), dir);
  expect(existsSync(join(built, "half"))).toBe(false);
});

it("takes over the lock of a process that is gone", async () => {
  const built = await cachedDirectory(tool("1"), dir);
  await rm(built, { recursive: true });
  await writeFile(`${built}.lock`, "2147483646");
  await expect(cachedDirectory(tool("1"), dir)).resolves.toBe(built);
});

it.each([false, true])("builds again what a killed process has left half done, in place: %s", async (inPlace) => {
  const wanted = { ...tool("1"), inPlace };
  const program = `const { cachedDirectory } = require("${join(__dirname, "../../../../../local/platform/install/cache")}");
    const build = (into) => { require("node:fs").writeFileSync(into + "/half", ""); process.kill(process.pid, "SIGKILL"); };
    cachedDirectory({ name: "tool", madeFrom: ["1"], inPlace: ${inPlace}, build }, ${JSON.stringify(dir)});`;
  const { signal } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=commonjs", "-e", program]);
  expect(signal).toBe("SIGKILL");
  expect((await readdir(dir)).some((name) => name.endsWith(".lock"))).toBe(true);
  const built = await cachedDirectory(wanted, dir);
  expect((await readdir(built)).sort()).toEqual([".complete", "version"]);
  expect(await readdir(dir)).toEqual([basename(built)]);
});
