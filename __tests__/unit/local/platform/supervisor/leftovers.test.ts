import { spawn } from "node:child_process";
import { join } from "node:path";
import { PROJECT_DIR } from "../../../../../local/platform/paths";
import { isAlive } from "../../../../../local/platform/process";
import { stopEverything } from "../../../../../local/platform/supervisor/leftovers";
import { isRunning, SUPERVISOR, type SupervisorState } from "../../../../../local/platform/supervisor/state";

/** No process has this number. */
const GONE = 2_147_483_646;

function orphan(...mark: string[]): number {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", ...mark], {
    cwd: "/",
    detached: true,
    stdio: "ignore",
  });
  child.unref();
  return child.pid!;
}

const stateOf = (pid: number): SupervisorState => ({
  pid: GONE,
  startedAt: 0,
  parts: [{ name: "broker", condition: "healthy", pid, restarts: 0, since: 0 }],
});

it("stops what a dead supervisor left behind", async () => {
  const pid = orphan(join(PROJECT_DIR, "some.file"));
  await expect(stopEverything(stateOf(pid))).resolves.toBe(1);
  expect(isAlive(pid)).toBe(false);
});

it("leaves another process alone that has got the number of a part since", async () => {
  const pid = orphan();
  try {
    await expect(stopEverything(stateOf(pid))).resolves.toBe(0);
    expect(isAlive(pid)).toBe(true);
  } finally {
    process.kill(pid, "SIGKILL");
  }
});

it.each(["-copy", "2/bin"])("leaves what runs from a folder next to this one alone: %s", async (suffix) => {
  const pid = orphan(`${PROJECT_DIR}${suffix}`);
  try {
    await expect(stopEverything(stateOf(pid))).resolves.toBe(0);
  } finally {
    process.kill(pid, "SIGKILL");
  }
});

it.each([
  [PROJECT_DIR, true],
  ["/another/checkout", false],
])("knows the supervisor of %s: %s", async (project, expected) => {
  const pid = orphan(join(project, SUPERVISOR));
  try {
    expect(isRunning({ ...stateOf(GONE), pid })).toBe(expected);
  } finally {
    process.kill(pid, "SIGKILL");
  }
});

it("does not take another program with its number for the supervisor", () => {
  expect(isRunning({ ...stateOf(GONE), pid: process.pid })).toBe(false);
  expect(isRunning(undefined)).toBe(false);
});
