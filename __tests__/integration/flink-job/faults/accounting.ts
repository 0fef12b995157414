import { setTimeout as sleep } from "node:timers/promises";
import { violationsIn } from "./invariants";
import { EVENT_TIME, type Rig, TOPICS } from "./rig";
import { TopicLog } from "./topic-log";
import { FAST_SECONDS, type Traffic } from "./traffic";

const ACCOUNTING_MS = 180_000;
const SETTLING_MS = 5_000;
const CLOSING_TICKER = "CLOSE";

/**
 * Closes all windows, reads every topic again, and judges; repeats this while it finds something and time is left.
 * @param slowReader of the output topic, which must have seen all of it in the end
 */
export async function account(rig: Rig, traffic: Traffic, slowReader: TopicLog, interrupted: AbortSignal) {
  const [input, output, deadLetters] = await Promise.all([
    TopicLog.start(rig.kafka, TOPICS.input),
    TopicLog.start(rig.kafka, TOPICS.output),
    TopicLog.start(rig.kafka, TOPICS.dlq),
  ]);
  const judge = () => {
    const violations = violationsIn({
      inputTopic: TOPICS.input,
      input: input.records,
      acknowledged: traffic.acknowledged,
      output: output.records,
      deadLetters: deadLetters.records,
      eventTime: EVENT_TIME,
      closingTicker: CLOSING_TICKER,
    });
    const seen = slowReader.places;
    const unseen = [...output.places].filter((place) => !seen.has(place));
    return {
      violations: [
        ...violations,
        ...unseen.map((place) => `${place} of the output topic has not reached the slow reader`),
        ...(rig.job.alive ? [] : ["the job has ended by itself"]),
      ],
    };
  };
  try {
    await closeWindows(traffic);
    const deadline = Date.now() + ACCOUNTING_MS;
    for (;;) {
      await settled([input, output, deadLetters], deadline);
      interrupted.throwIfAborted();
      const verdict = judge();
      if (verdict.violations.length === 0 || Date.now() > deadline)
        return { records: input.size, windows: output.size, deadLetters: deadLetters.size, ...verdict };
    }
  } finally {
    await Promise.all([input, output, deadLetters].map((log) => log.stop()));
  }
}

/** Waits until no topic brings anything more, as what comes twice may come later. Judging keeps this process from reading for seconds. */
async function settled(logs: readonly TopicLog[], deadline: number): Promise<void> {
  const sizes = () => logs.map(({ size }) => size).join();
  for (let before = ""; before !== sizes() && Date.now() < deadline; ) {
    before = sizes();
    await sleep(SETTLING_MS);
  }
}

/** Trades of one more ticker on every partition, so late that all other windows are over, also those of fast clocks. */
async function closeWindows(traffic: Traffic): Promise<void> {
  await sleep((FAST_SECONDS + 3 * EVENT_TIME.windowSeconds) * 1000);
  const trade = { ticker: CLOSING_TICKER, price: 1, volume: 1, timestamp: Math.floor(Date.now() / 1000) };
  await traffic.sendToEach({ key: CLOSING_TICKER, value: JSON.stringify(trade) });
}
