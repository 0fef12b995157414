import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { emulatorRuntime } from "../../../../local/platform/install/emulator-runtime";
import { installAll } from "../../../../local/platform/install/install";
import { checkToolchain } from "../../../../toolchain/all";
import { findPython } from "../../../../toolchain/python";

const saved = { ...process.env };
let dir: string;
let cache: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "install-"));
  cache = join(dir, "cache");
  jest.spyOn(console, "log").mockImplementation(() => {});
  // Nobody listens on the discard port.
  const unreachable = { PIP_INDEX_URL: "http://127.0.0.1:9/simple", PIP_RETRIES: "0", PIP_FIND_LINKS: "" };
  Object.assign(process.env, unreachable);
});

afterEach(async () => {
  process.env = { ...saved };
  await rm(dir, { recursive: true, force: true });
});

/** Puts a Maven first on the PATH that reaches no repository. */
async function withoutMavenCentral(): Promise<void> {
  const offline = `#!/bin/sh\n[ "$1" = -version ] && echo "Apache Maven 3.9.9" && exit\necho "[ERROR] Could not transfer artifact"\nexit 1\n`;
  await writeFile(join(dir, "mvn"), offline, { mode: 0o755 });
  process.env.PATH = [dir, saved.PATH].join(delimiter);
}

it("fails when PyPI cannot be reached, and leaves nothing half installed", async () => {
  await expect(emulatorRuntime(findPython(), cache)).rejects.toThrow(/pip install.*exit 1/);
  expect(await readdir(cache)).toEqual([]);
}, 120_000);

it("says which registry did not answer, what to set, and what Maven said", async () => {
  await withoutMavenCentral();
  const failure = await installAll(checkToolchain(), cache).catch((error: Error) => error.message);
  expect(failure).toMatch(/^Kafka and the check of IAM tokens could not be installed from Maven Central\./);
  expect(failure).toContain("set it in ~/.m2/settings.xml");
  expect(failure).toContain("Could not transfer artifact");
}, 120_000);

it("asks no registry once everything is installed", async () => {
  const unreachable = { ...process.env };
  process.env = { ...saved };
  await installAll(checkToolchain());
  process.env = unreachable;
  await withoutMavenCentral();
  await installAll(checkToolchain());
}, 600_000);
