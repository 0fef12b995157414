import { BufferedConsumer } from "../broker/buffered-consumer";
import { kafkaClient } from "../broker/client";
import type { ServicesConfig } from "../config";
import { Supervised, type Wanted } from "../workers";
import { Delivery, type DeliveryContext, type DeliveryFigures } from "./delivery";
import type { FirehoseStore, Stream } from "./state";
import { bufferingOf } from "./streams";

const MIB = 1024 * 1024;

/** The consumer group of a stream; `uid` keeps a recreated stream from the offsets of the earlier one with its name. */
export function groupOf({ name, uid }: Stream): string {
  return `firehose-${name}-${uid}`;
}

/** One delivery worker for each stream. */
export class FirehoseWorkers {
  private readonly deliveries = new Map<string, Delivery>();

  constructor(
    private readonly store: FirehoseStore,
    private readonly config: ServicesConfig,
    private readonly context: DeliveryContext,
  ) {}

  readonly wanted = async (): Promise<Wanted[]> =>
    Object.values(this.store.value.streams).map((stream) => ({
      id: stream.uid,
      revision: String(stream.version),
      supervise: () => new Supervised(`firehose ${stream.name}`, (fail) => this.consumer(stream, fail)),
    }));

  /** Figures of each stream since the services started. */
  get figures(): Record<string, DeliveryFigures & { group: string; topic: string }> {
    return Object.fromEntries(
      Object.values(this.store.value.streams).map((stream) => [
        stream.name,
        {
          ...(this.deliveries.get(stream.name)?.figures ?? { delivered: 0, failedConversions: 0, objects: 0 }),
          group: groupOf(stream),
          topic: stream.source.TopicName,
        },
      ]),
    );
  }

  private consumer(stream: Stream, onFailure: (error: Error) => void): BufferedConsumer {
    const delivery = new Delivery(stream, this.context);
    const earlier = this.deliveries.get(stream.name);
    if (earlier) Object.assign(delivery.figures, earlier.figures);
    this.deliveries.set(stream.name, delivery);
    const { sizeMib, seconds } = bufferingOf(stream.destination);
    return new BufferedConsumer({
      kafka: kafkaClient(this.config, `firehose-${stream.name}`),
      groupId: groupOf(stream),
      topic: stream.source.TopicName,
      start: { from: "time", milliseconds: Math.floor((stream.source.ReadFromTimestamp ?? stream.createdAt) * 1000) },
      limits: { records: Number.POSITIVE_INFINITY, bytes: sizeMib * MIB, milliseconds: seconds * 1000 },
      deliver: (records, signal) => delivery.deliver(records, signal),
      onFailure,
    });
  }
}
