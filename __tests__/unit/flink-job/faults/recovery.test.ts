import { recovered } from "../../../integration/flink-job/faults/recovery";

const NEVER = new AbortController().signal;
const JOB = { alive: true, logFile: "job.log" };

test("a window that was written before the fault's end, and is read only now, is no recovery", async () => {
  const [since, reader] = [Date.now(), { newestMs: 0 }];
  setTimeout(() => Object.assign(reader, { newestMs: since }), 20);
  setTimeout(() => Object.assign(reader, { newestMs: since + 1 }), 200);
  expect(await recovered({ job: JOB, reader }, since, NEVER)).toBeGreaterThanOrEqual(200 - 20);
});

test("a job that has ended does not recover", async () => {
  const watched = { job: { ...JOB, alive: false }, reader: { newestMs: 0 } };
  await expect(recovered(watched, Date.now(), NEVER)).rejects.toThrow("The job ended; its log is job.log");
});

test("a job that writes nothing for three minutes does not recover", async () => {
  const watched = { job: JOB, reader: { newestMs: 0 } };
  await expect(recovered(watched, Date.now() - 180_001, NEVER)).rejects.toThrow("The job wrote no window");
});

test("an interruption ends the waiting", async () => {
  const watched = { job: JOB, reader: { newestMs: 0 } };
  const interrupted = AbortSignal.abort(new Error("enough"));
  await expect(recovered(watched, Date.now(), interrupted)).rejects.toThrow("enough");
});
