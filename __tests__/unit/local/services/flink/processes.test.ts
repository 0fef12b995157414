import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  kill,
  type Launch,
  launch,
  newMark,
  ProcessList,
  type RecordedProcess,
  stillRuns,
} from "../../../../../local/services/flink/processes";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "processes-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const SLEEPER = ["-e", "setInterval(() => {}, 1000)"];

const sleeper = (mark = newMark()): Launch => ({
  command: process.execPath,
  args: [...SLEEPER, mark],
  mark,
  env: { PATH: process.env.PATH },
  cwd: dir,
  outputPath: join(dir, "out"),
});

/** Whether a process ends; it keeps its number until this process has taken notice of its end. */
async function ends(recorded: RecordedProcess): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  while (stillRuns(recorded) && Date.now() < deadline) await sleep(20);
  return !stillRuns(recorded);
}

it("ends a process that an earlier life has recorded, in another time zone", async () => {
  const list = new ProcessList(join(dir, "processes.json"));
  const recorded = launch(sleeper());
  list.write([recorded]);
  const { TZ } = process.env;
  process.env.TZ = "Asia/Kathmandu";
  try {
    await new ProcessList(join(dir, "processes.json")).killAll();
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
  expect(await ends(recorded)).toBe(true);
  expect(list.read()).toEqual([]);
});

it("leaves another process alone that has got the number since", async () => {
  const other = spawn(process.execPath, SLEEPER, { stdio: "ignore" });
  try {
    await kill({ pid: other.pid!, mark: newMark() });
    expect(other.exitCode ?? other.signalCode).toBeNull();
    expect(stillRuns({ pid: other.pid!, mark: "" })).toBe(true);
  } finally {
    other.kill("SIGKILL");
  }
});

it("finds the mark in front of a command line of thousands of bytes", async () => {
  const mark = newMark();
  const recorded = launch({ ...sleeper(mark), args: [`--title=${mark}`, ...SLEEPER, "x".repeat(20_000)] });
  await kill(recorded);
  expect(await ends(recorded)).toBe(true);
});

it("starts nothing without its mark, nor what does not exist", () => {
  expect(() => launch({ ...sleeper(), args: SLEEPER })).toThrow("without its mark");
  expect(() => launch({ ...sleeper(), command: join(dir, "gone") })).toThrow("could not be started");
});

it("gives every process a mark of its own", () => expect(newMark()).not.toBe(newMark()));
