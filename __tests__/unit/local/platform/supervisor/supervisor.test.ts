import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Part } from "../../../../../local/platform/parts/part";
import { isAlive } from "../../../../../local/platform/process";
import type { Patience } from "../../../../../local/platform/supervisor/keeper";
import { readState, type SupervisorState } from "../../../../../local/platform/supervisor/state";
import { Supervisor } from "../../../../../local/platform/supervisor/supervisor";
import { anyFreePort } from "../../../../../local/ports";

const PATIENCE: Patience = {
  checkMs: 50,
  startupMs: 5_000,
  answerMs: 500,
  unresponsiveAfter: 1,
  failedChecks: 3,
  firstBackoffMs: 20,
  longestBackoffMs: 100,
  failingAfter: 3,
  forgetMs: 10_000,
};

let dir: string;
let stateFile: string;
let supervisor: Supervisor | undefined;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "supervisor-"));
  stateFile = join(dir, "supervisor.json");
});

afterEach(async () => {
  await supervisor?.stop();
  await rm(dir, { recursive: true, force: true });
});

/** A part that runs a Node script, with PORT in its environment. */
function part(name: string, port: number, script: string): Part {
  return {
    name,
    prepare: async () => ({
      command: process.execPath,
      args: ["-e", script],
      env: { PORT: String(port), ORDER: join(dir, "order") },
      logFile: join(dir, `${name}.log`),
    }),
    check: async () => {
      const answer = await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(500) });
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
    },
    graceMs: 3_000,
  };
}

const SERVER = `
  require("http").createServer((_, answer) => answer.end("ok")).listen(process.env.PORT, "127.0.0.1");
  process.on("SIGTERM", () => {
    require("fs").appendFileSync(process.env.ORDER, process.env.PORT + "\\n");
    process.exit(0);
  });`;

async function until(condition: (state: SupervisorState) => boolean): Promise<SupervisorState> {
  for (let tries = 0; tries < 200; tries++) {
    const state = await readState(stateFile);
    if (state && condition(state)) return state;
    await sleep(50);
  }
  throw new Error(`not reached: ${await readFile(stateFile, "utf8")}`);
}

const conditions = ({ parts }: SupervisorState) => parts.map(({ condition }) => condition);

it("starts a dead part again at the same address and counts it", async () => {
  const port = await anyFreePort();
  supervisor = new Supervisor([[part("server", port, SERVER)]], stateFile, PATIENCE);
  await supervisor.start();
  const before = (await until((state) => conditions(state)[0] === "healthy")).parts[0]!;
  process.kill(before.pid!, "SIGKILL");
  const after = (await until(({ parts: [it] }) => it?.restarts === 1 && it.condition === "healthy")).parts[0]!;
  expect(after.pid).not.toBe(before.pid);
  await expect(fetch(`http://127.0.0.1:${port}`)).resolves.toMatchObject({ status: 200 });
});

it("starts a part again that lives but does not answer any more", async () => {
  const port = await anyFreePort();
  const marker = join(dir, "hung-once");
  const hangsOnce = `
    const fs = require("fs");
    if (fs.existsSync(${JSON.stringify(marker)})) { ${SERVER} }
    else {
      const server = require("http").createServer((_, answer) => answer.end("ok"));
      server.listen(process.env.PORT, "127.0.0.1");
      setTimeout(() => { fs.writeFileSync(${JSON.stringify(marker)}, ""); for (;;); }, 300);
    }`;
  supervisor = new Supervisor([[part("server", port, hangsOnce)]], stateFile, PATIENCE);
  await supervisor.start();
  await until(({ parts: [it] }) => it?.restarts === 1 && it.condition === "healthy");
});

it("reports a frozen part as unresponsive before it is started again, and keeps the incident", async () => {
  const port = await anyFreePort();
  supervisor = new Supervisor([[part("server", port, SERVER)]], stateFile, PATIENCE);
  await supervisor.start();
  const { pid } = (await until((state) => conditions(state)[0] === "healthy")).parts[0]!;
  process.kill(pid!, "SIGSTOP");
  const [frozen] = (await until((state) => conditions(state)[0] === "unresponsive")).parts;
  expect(frozen).toMatchObject({ pid, restarts: 0, detail: expect.stringMatching(/^it does not answer: /) });
  process.kill(pid!, "SIGCONT");
  const [thawed] = (await until((state) => conditions(state)[0] === "healthy")).parts;
  expect(thawed).toMatchObject({ pid, restarts: 0, lastIncident: { what: frozen?.detail } });
  expect(thawed?.detail).toBeUndefined();
});

it("quotes no unrelated line of the log of a part that was killed", async () => {
  const calm = `console.log("INFO Completed load of 1 group, 0 errors");${SERVER}`;
  supervisor = new Supervisor([[part("calm", await anyFreePort(), calm)]], stateFile, PATIENCE);
  await supervisor.start();
  const { pid } = (await until((state) => conditions(state)[0] === "healthy")).parts[0]!;
  process.kill(pid!, "SIGKILL");
  const [after] = (await until(({ parts: [it] }) => it?.restarts === 1)).parts;
  expect(after?.lastIncident?.what).toMatch(/^it was ended by SIGKILL; its log is .*calm\.log$/);
});

it("reports a part that keeps crashing, with the reason from its log, and keeps trying", async () => {
  const crashing = part("crashing", await anyFreePort(), 'console.error("Error: no disk"); process.exit(7)');
  supervisor = new Supervisor([[crashing]], stateFile, PATIENCE);
  void supervisor.start();
  const [state] = (await until((it) => conditions(it)[0] === "failing")).parts;
  expect(state?.detail).toMatch(/exit code 7; its log .*crashing\.log says: Error: no disk/);
  await until(({ parts: [it] }) => (it?.restarts ?? 0) > (state?.restarts ?? 0));
});

it("starts a later stage only when the earlier one is healthy, and stops it first", async () => {
  const [first, second] = [await anyFreePort(), await anyFreePort()];
  const gate = join(dir, "open");
  const gated: Part = {
    ...part("first", first, SERVER),
    check: async () => void (await readFile(gate)),
  };
  supervisor = new Supervisor([[gated], [part("second", second, SERVER)]], stateFile, PATIENCE);
  void supervisor.start();
  expect(conditions(await until((it) => conditions(it)[0] === "starting"))).toEqual(["starting", "waiting"]);
  await writeFile(gate, "");
  await until((it) => conditions(it).every((condition) => condition === "healthy"));
  await supervisor.stop();
  expect(await readFile(join(dir, "order"), "utf8")).toBe(`${second}\n${first}\n`);
});

it("leaves no process behind, not even a part's own children", async () => {
  const child = `const { pid } = require("child_process").spawn("sleep", ["60"]);
    require("fs").writeFileSync(process.env.ORDER, String(pid));${SERVER.replaceAll("process.env.ORDER", '"/dev/null"')}`;
  supervisor = new Supervisor([[part("parent", await anyFreePort(), child)]], stateFile, PATIENCE);
  await supervisor.start();
  const { parts } = await until((it) => conditions(it)[0] === "healthy");
  await supervisor.stop();
  expect(isAlive(Number(await readFile(join(dir, "order"), "utf8")))).toBe(false);
  expect(isAlive(-parts[0]!.pid!)).toBe(false);
  expect(conditions((await readState(stateFile))!)).toEqual(["stopped"]);
});
