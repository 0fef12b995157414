import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningBroker, startBroker } from "../../local/platform/broker";
import { run } from "../../local/platform/install/run";
import type { JavaRuntime } from "../../toolchain/java-runtime";
import { FEW_TICKERS, MANY_TICKERS } from "./cases";

/** Partitions of each topic: as many as the largest parallelism. */
export const PARTITIONS = 4;

/** A broker whose topics are filled, in a folder of its own. */
export interface Market {
  readonly bootstrap: string;
  /** For files of the programs that are measured. */
  readonly dir: string;
  /** Makes a topic with the trades of so many tickers. */
  fill(topic: string, tickers: number, records: number): Promise<void>;
  /** Ends the broker and removes the folder. */
  close(): Promise<void>;
}

/** Starts a broker, with its plain listener only in use, and fills a topic for each number of tickers. */
export async function openMarket(java: JavaRuntime, classPath: string, records: number): Promise<Market> {
  const dir = await mkdtemp(join(tmpdir(), "bench-flink-"));
  let broker: RunningBroker | undefined;
  const close = async () => {
    await broker?.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    broker = await startBroker({ dir: join(dir, "broker") });
    const { bootstrap } = broker;
    const fill = async (topic: string, tickers: number, count: number): Promise<void> => {
      const settings = [bootstrap, topic, PARTITIONS, tickers, count].map(String);
      await run(java.java, ["-cp", classPath, "marketdata.bench.Fill", ...settings]);
    };
    for (const tickers of [FEW_TICKERS, MANY_TICKERS]) await fill(topicOf(tickers), tickers, records);
    return { bootstrap, dir, fill, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Topic with the trades of so many tickers. */
export const topicOf = (tickers: number): string => `trades-${tickers}`;
