import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLock } from "../../../../local/platform/lock";

let lock: string;

beforeEach(async () => {
  lock = join(await mkdtemp(join(tmpdir(), "lock-")), "work.lock");
});

afterEach(() => rm(join(lock, ".."), { recursive: true, force: true }));

it("lets one work after the other", async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((done) => setTimeout(done, 20));
    order.push(`${name} ends`);
  };
  await Promise.all([withLock(lock, work("a")), withLock(lock, work("b"))]);
  expect(order[0]?.[0]).toBe(order[1]?.[0]);
  expect(order[2]?.[0]).toBe(order[3]?.[0]);
});

it("lets the one that waits give up, knowing who works", async () => {
  await withLock(lock, async () => {
    const busy = (owner: number): void => {
      if (owner) throw new Error(`busy: ${owner}`);
    };
    await expect(withLock(lock, async () => {}, busy)).rejects.toThrow(`busy: ${process.pid}`);
  });
});

it("is released when the work fails", async () => {
  await expect(withLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(lock)).toBe(false);
});

it("is taken over from a process that is gone, by one of those who wait", async () => {
  const { pid } = spawnSync(process.execPath, ["--eval", ""]);
  await writeFile(lock, String(pid));
  let working = 0;
  const work = async () => {
    working++;
    await new Promise((done) => setTimeout(done, 20));
    expect(working).toBe(1);
    working--;
  };
  await Promise.all([1, 2, 3].map(() => withLock(lock, work)));
  expect(await readdir(join(lock, ".."))).toEqual([]);
});

it("is taken over when the owner's number is another program's by now", async () => {
  await writeFile(lock, `${process.pid}\nsome/other/program with its arguments`);
  const busy = (): void => {
    throw new Error("busy");
  };
  await expect(withLock(lock, async () => "done", busy)).resolves.toBe("done");
});
