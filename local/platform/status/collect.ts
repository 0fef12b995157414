import type { StockAggregate } from "../../../contracts/stock-aggregate";
import { type Endpoints, readEndpoints } from "../endpoints";
import type { Files } from "../laptop";
import { newestAggregates } from "./aggregates";
import { type NewestFeature, newestFeature } from "./feature";
import { type LakeObject, newestLakeObject } from "./lake";
import { type PartHealth, partsHealth } from "./parts";
import { type TopicStatus, topicStatus } from "./topics";

/** Everything that `npm run status` shows. */
export interface LaptopStatus {
  readonly parts: readonly PartHealth[];
  /** Whether the stacks are deployed and every part is healthy. */
  readonly healthy: boolean;
  readonly endpoints?: Endpoints;
  readonly topics?: TopicStatus;
  readonly newestAggregates: readonly StockAggregate[];
  readonly newestLakeObject?: LakeObject;
  readonly newestFeature?: NewestFeature;
  /** What could not be asked, and why. */
  readonly problems: readonly string[];
}

/** Asks every part; a part that does not answer is a problem in the result, not an error. */
export async function collectStatus(files: Files): Promise<LaptopStatus> {
  const parts = await partsHealth(files);
  const endpoints = await readEndpoints(files.endpoints);
  const problems: string[] = [];
  const ask = async <T>(what: string, question: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await question();
    } catch (error) {
      problems.push(`${what}: ${(error as Error).message}`);
      return undefined;
    }
  };
  if (parts.length === 0 || !endpoints) {
    if (parts.length > 0) problems.push("stacks: not deployed; npm start deploys them");
    return { parts, healthy: false, endpoints, newestAggregates: [], problems };
  }
  const { bootstrap, topics: names } = endpoints.kafka;
  const [topics, aggregates, lakeObject] = await Promise.all([
    ask("topics", () => topicStatus(bootstrap, Object.values(names))),
    ask("aggregates", () => newestAggregates(bootstrap, names.output)),
    ask("lake", () => newestLakeObject(endpoints)),
  ]);
  const tickers = (aggregates ?? []).map(({ ticker }) => ticker);
  return {
    parts,
    healthy: parts.every((part) => part.healthy),
    endpoints,
    topics,
    newestAggregates: aggregates ?? [],
    newestLakeObject: lakeObject,
    newestFeature: await ask("feature store", () => newestFeature(endpoints, tickers)),
    problems,
  };
}
