import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type LocalPorts, PREFERRED_PORTS } from "../../local/platform/laptop";
import { CACHE_DIR } from "../../local/platform/paths";
import { isAlive } from "../../local/platform/process";
import { readState } from "../../local/platform/supervisor/state";
import { freePorts, isFree, LOOPBACK } from "../../local/ports";
import { CrashError } from "../../local/rehearsal/crash";
import { startPlatform } from "../../local/rehearsal/platform";

const ROOT = resolve(__dirname, "..", "..");
const TIME_LIMIT_MS = 300_000;

let started: ChildProcess | undefined;
afterEach(() => started?.kill());

test(
  "a port that is taken is one sentence with the program's own words, and nothing runs then",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "platform-"));
    const ports = await freePorts(Object.keys(PREFERRED_PORTS) as (keyof LocalPorts)[]);
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen({ host: LOOPBACK, port: ports.emulator }, listening));
    try {
      const folders = { data: join(folder, "data"), logs: join(folder, "logs") };
      const starting = startPlatform(folders, { account: "111111111111", region: "eu-west-1" }, ports);
      const error = await starting.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(CrashError);
      expect((error as Error).message).toMatch(
        /^AWS's side of the rehearsal has crashed: emulator: it ended with exit code 1; .*:\d+ is already in use.*\. Run the command again\.$/,
      );
      const others = Object.values(ports).filter((port) => port !== ports.emulator);
      await expect(Promise.all(others.map(isFree))).resolves.not.toContain(false);
    } finally {
      taken.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  TIME_LIMIT_MS,
);

test(
  "an emulator that ends in the middle of a rehearsal ends it with one sentence and exit code 1, and leaves no process",
  async () => {
    const workplace = join(CACHE_DIR, "rehearsal", "dev");
    rmSync(workplace, { recursive: true, force: true });
    const rehearsal = start("dev");
    const parts = async () => (await readState(join(workplace, "platform", "supervisor.json")))?.parts ?? [];
    const bootstraps = () => existsSync(join(workplace, "logs", "bootstrap.log"));
    while (rehearsal.child.exitCode === null && !bootstraps()) await sleep(100);
    const running = await parts();
    process.kill(running.find(({ name }) => name === "emulator")!.pid!, "SIGKILL");

    await expect(rehearsal.ended).resolves.toBe(1);
    expect(rehearsal.errors().trim()).toMatch(
      /^AWS's side of the rehearsal has crashed: emulator: it was ended by SIGKILL; .*\. Run the command again\.$/,
    );
    expect(running.map(({ name }) => name).sort()).toEqual(["broker", "emulator", "services"]);
    expect(running.filter(({ pid }) => isAlive(pid!))).toEqual([]);
    expect(existsSync(join(workplace, "platform"))).toBe(false);
  },
  TIME_LIMIT_MS,
);

/** `npm run rehearse -- <environment>`, in a process of its own. */
function start(environment: string): { child: ChildProcess; ended: Promise<number | null>; errors: () => string } {
  const args = ["--import", "tsx", join("scripts", "rehearse.ts"), environment];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  started = child;
  let errors = "";
  child.stderr.on("data", (data) => (errors += data));
  return { child, ended: new Promise((done) => child.once("close", done)), errors: () => errors };
}
