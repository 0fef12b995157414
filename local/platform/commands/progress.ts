import { setTimeout as sleep } from "node:timers/promises";
import type { Files } from "../laptop";
import { collectStatus } from "../status/collect";
import { renderFlow } from "../status/render";

const FIRST_RESULTS_WITHIN_MS = 360_000;
const ASK_EVERY_MS = 3_000;
const SHOW_EVERY_MS = 5_000;

/** Waits until every part is healthy and events have come through to the lake and the features. @throws what is missing */
export async function awaitFirstResults(files: Files, note: (detail: string) => void): Promise<void> {
  const deadline = Date.now() + FIRST_RESULTS_WITHIN_MS;
  for (;;) {
    const status = await collectStatus(files);
    const missing = status.findings;
    if (missing.length === 0) return;
    if (Date.now() > deadline) {
      throw new Error(
        `The laptop runs, but after ${FIRST_RESULTS_WITHIN_MS / 60_000} minutes this is missing:\n  ${missing.join("\n  ")}\n` +
          `npm run status shows more, and ${files.logs} has every log.`,
      );
    }
    note(`missing: ${missing.join(", ")}`);
    await sleep(ASK_EVERY_MS);
  }
}

/** Shows what flows until Ctrl-C, which leaves the laptop running. */
export async function showProgress(files: Files): Promise<void> {
  const interrupted = new AbortController();
  // Twice at a Ctrl-C: from the terminal, and from the program that runs this one.
  process.on("SIGINT", () => interrupted.abort());
  while (!interrupted.signal.aborted) {
    const status = await collectStatus(files);
    if (status.parts.length === 0) {
      console.log("The laptop was stopped.");
      return;
    }
    if (process.stdout.isTTY) console.clear();
    console.log(`${new Date().toISOString()}  (Ctrl-C leaves the laptop running; npm stop stops it)`);
    for (const finding of status.findings) console.log(`✗ ${finding}`);
    console.log(`${renderFlow(status)}\n`);
    await sleep(SHOW_EVERY_MS, undefined, { signal: interrupted.signal }).catch(() => undefined);
  }
  console.log("The laptop keeps running: npm run status shows it, npm stop stops it.");
}
