import { setTimeout as sleep } from "node:timers/promises";
import type { Kafka, Message, Producer } from "kafkajs";
import { CORRELATION_ID_HEADER } from "../../../../contracts/dead-letter";
import { generateCases } from "../../../../contracts/differential/cases";
import { judge } from "../../../../contracts/refusal";
import { type Random, seededRandom } from "../../../../handlers/producer/random";
import { placeOf } from "./topic-log";

const TICKERS = ["AAPL", "AMZN", "BRK.B", "GOOGL", "MSFT"] as const;
const BATCH = 20;
const INTERVAL_MS = 100;
const JUNK_SHARE = 0.02;
const LATE_SHARE = 0.01;
/** Longer than the job allows. */
const LATE_SECONDS = 120;
/** Trades whose window is over, and that it has to come again for. */
const BEHIND_SHARE = 0.01;
const BEHIND_SECONDS = 30;
/** Trades of producers whose clocks are fast, by less than the contract's tolerance: they must make no other trade late. */
const FAST_SHARE = 0.01;
export const FAST_SECONDS = 20;
/** Wider than the job waits for, so that windows of a busy moment come again too. */
const DISORDER_SECONDS = 1.5;
/** What is too far in the future at a run's beginning must be so at its end, or it is a trade whose window may never be over. */
const LONGEST_RUN_SECONDS = 86_400;

const isRefused = (bytes: Buffer, now: number): boolean => "reason" in judge(bytes, now);

/** Seconds that a trade's timestamp is behind the clock, by where in the shares it falls. */
function lag(share: number): number {
  if (share < LATE_SHARE) return LATE_SECONDS;
  if (share < LATE_SHARE + BEHIND_SHARE) return BEHIND_SECONDS;
  return share < LATE_SHARE + BEHIND_SHARE + FAST_SHARE ? -FAST_SECONDS : 0;
}

/** Records of a seed, sent to every partition until stopped: trades around the clock, late ones, and what is no trade. */
export class Traffic {
  /** Places of the records that the broker has acknowledged. */
  readonly acknowledged = new Set<string>();
  private stopped = false;
  private sending: Promise<void> = Promise.resolve();

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
    private readonly partitions: number,
    private readonly values: Random,
    private readonly junk: readonly Buffer[],
  ) {}

  static async start(kafka: Kafka, topic: string, partitions: number, seed: number): Promise<Traffic> {
    const now = Math.floor(Date.now() / 1000);
    const junk = generateCases({ seed, count: 500, now })
      .map(({ bytes }) => bytes)
      .filter((bytes) => isRefused(bytes, now) && isRefused(bytes, now + LONGEST_RUN_SECONDS));
    // A batch that is retried may be written twice; the topic says what the job has to count.
    const producer = kafka.producer({ retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 5 } });
    await producer.connect();
    const traffic = new Traffic(producer, topic, partitions, seededRandom(seed), junk);
    traffic.sending = traffic.run();
    return traffic;
  }

  /** Sends `messages` to each partition. */
  async sendToEach(message: Message): Promise<void> {
    await this.send(Array.from({ length: this.partitions }, (_, partition) => ({ ...message, partition })));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.sending;
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const batch = Array.from({ length: BATCH }, () => this.record());
      // What a broker that is gone did not take is not the job's; the next batch is tried again.
      await this.send(batch).catch(() => undefined);
      await sleep(INTERVAL_MS);
    }
  }

  private async send(messages: readonly (Message & { partition: number })[]): Promise<void> {
    const sent = await this.producer.send({ topic: this.topic, messages: [...messages] });
    for (const { partition, baseOffset } of sent) {
      const count = messages.filter((message) => message.partition === partition).length;
      for (let index = 0; index < count; index++)
        this.acknowledged.add(placeOf(partition, BigInt(baseOffset ?? 0) + BigInt(index)));
    }
  }

  private record(): Message & { partition: number } {
    const pick = <T>(items: readonly T[]): T => items[Math.floor(this.values() * items.length)]!;
    const [kind, age, price] = [this.values(), this.values(), this.values()];
    const ticker = pick(TICKERS);
    const partition = Math.floor(this.values() * this.partitions);
    const headers = { [CORRELATION_ID_HEADER]: `${ticker} ${price}` };
    if (kind < JUNK_SHARE) return { partition, key: ticker, value: pick(this.junk), headers };
    const behind = age * DISORDER_SECONDS + lag(kind - JUNK_SHARE);
    const timestamp = Math.floor(Date.now() / 1000 - behind);
    const trade = { ticker, price: 1 + Math.round(price * 1e6) / 1e4, volume: Math.floor(age * 1000), timestamp };
    return { partition, key: ticker, value: JSON.stringify(trade), headers };
  }
}
