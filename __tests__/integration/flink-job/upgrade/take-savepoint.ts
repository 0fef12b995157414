import { cp } from "node:fs/promises";
import { join } from "node:path";
import { Rig, TOPICS } from "../faults/rig";
import { TopicLog } from "../faults/topic-log";
import { eventually } from "../poison/topic-reader";
import { BEFORE, CLOSED_WINDOWS, EVENT_TIME, TICKERS, write } from "./records";

const SAVEPOINTS = join(__dirname, "savepoints");
const CLOSING_MS = 120_000;

/** Takes a savepoint of the job of this checkout and keeps it as `savepoints/<name>`. */
async function main([name]: readonly string[]): Promise<void> {
  if (!name || !/^[\w.-]+$/.test(name))
    throw new Error(`The savepoint's name is "${name ?? ""}"; it must be letters, digits, dot, hyphen and underscore`);
  const rig = await Rig.start(EVENT_TIME, "producer");
  try {
    const output = await TopicLog.start(rig.kafka, TOPICS.output);
    await rig.job.start();
    await write(rig.kafka, BEFORE);
    const closed = CLOSED_WINDOWS * TICKERS.length;
    const windows = await eventually(
      () => output.size,
      (size) => size >= closed,
      CLOSING_MS,
    );
    await output.stop();
    if (windows !== closed) throw new Error(`${closed} windows were expected, but ${windows} came.`);
    // Nothing is written any more, so that the savepoint holds no transaction, which another broker would not know.
    await rig.job.afterCheckpoints(2);
    await rig.job.stopWithSavepoint();
    await cp(rig.job.newestCheckpoint()!, join(SAVEPOINTS, name), { recursive: true });
  } finally {
    await rig.stop();
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
