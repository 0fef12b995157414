import type { StockAggregate } from "../../../contracts/stock-aggregate";
import { pingBroker } from "../broker";
import { type Endpoints, readEndpoints } from "../endpoints";
import { addresses, type Files, readPorts } from "../laptop";
import { checkAnswers } from "../parts/part";
import { within } from "../within";
import { newestAggregates } from "./aggregates";
import { type DeadLetterRate, deadLetterRate } from "./dead-letters";
import { type NewestFeature, newestFeature } from "./feature";
import { type Inventory, inventory } from "./inventory";
import { type LakeObject, newestLakeObject } from "./lake";
import { ANSWER_MS, type PartHealth, partsHealth } from "./parts";
import { type TopicStatus, topicStatus } from "./topics";

/** How long a question about records may take: it reads some. */
const READING_MS = 10_000;

/** What the laptop answered, before it is judged. */
export interface Observation {
  readonly parts: readonly PartHealth[];
  readonly endpoints?: Endpoints;
  readonly inventory?: Inventory;
  readonly topics?: TopicStatus;
  readonly deadLetterRate?: DeadLetterRate;
  readonly newestAggregates: readonly StockAggregate[];
  readonly newestLakeObject?: LakeObject;
  readonly newestFeature?: NewestFeature;
  /** What did not answer, and why. */
  readonly problems: readonly string[];
}

/** Asks every part; one that does not answer in time is a problem in the result, not an error. */
export async function observe(files: Files): Promise<Observation> {
  const [parts, endpoints, ports] = await Promise.all([
    partsHealth(files),
    readEndpoints(files.endpoints),
    readPorts(files.ports),
  ]);
  const problems: string[] = [];
  const ask = async <T>(what: string, milliseconds: number, question: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await within(milliseconds, question());
    } catch (error) {
      problems.push(`${what}: ${(error as Error).message}`);
      return undefined;
    }
  };
  if (parts.length === 0 || !endpoints || !ports) return { parts, endpoints, newestAggregates: [], problems };

  const { kafka, emulator, services } = addresses(ports);
  const answers = (what: string, question: () => Promise<void>) =>
    ask(what, ANSWER_MS, async () => {
      await question();
      return true;
    });
  const [broker, aws, inventoried] = await Promise.all([
    answers("broker", () => pingBroker(kafka)),
    answers("emulator", () => checkAnswers(`${emulator}/_ministack/health`, ANSWER_MS)),
    ask("services", ANSWER_MS, () => inventory(services, ANSWER_MS)),
  ]);
  const { topics: names } = endpoints.kafka;
  const [topics, rate, aggregates, lakeObject] = await Promise.all([
    broker ? ask("topics", READING_MS, () => topicStatus(kafka, Object.values(names))) : undefined,
    broker ? ask("dead letters", READING_MS, () => deadLetterRate(kafka, names)) : undefined,
    broker ? ask("aggregates", READING_MS, () => newestAggregates(kafka, names.output)) : undefined,
    aws ? ask("lake", READING_MS, () => newestLakeObject(endpoints)) : undefined,
  ]);
  const tickers = (aggregates ?? []).map(({ ticker }) => ticker);
  return {
    parts,
    endpoints,
    inventory: inventoried,
    topics,
    deadLetterRate: rate,
    newestAggregates: aggregates ?? [],
    newestLakeObject: lakeObject,
    newestFeature: inventoried
      ? await ask("feature store", READING_MS, () => newestFeature(endpoints, tickers))
      : undefined,
    problems,
  };
}
