import { randomInt } from "node:crypto";
import { lambdaHandler } from "../shared/invocation";
import { kafkaClient, Partitioners } from "../shared/kafka";
import { explainKafkaError } from "../shared/kafka-error";
import { reusable } from "../shared/reusable";
import { once, readSettings } from "../shared/settings";
import { telemetry } from "../shared/telemetry";
import { produce, type Send } from "./core";
import { producer as definition } from "./function";
import { Market } from "./market";
import { seededRandom } from "./random";

const output = telemetry(definition);
const settings = once(() => readSettings(definition.settings));
const random = seededRandom(randomInt(2 ** 32));
const market = new Market(random);

/** Idempotence needs all replicas' acknowledgement and retries; these are bounded, because the next minute brings new prices. */
const producer = reusable(
  async () => {
    const client = kafkaClient("producer", settings(), output.logger).producer({
      idempotent: true,
      // As Java's clients do, so that a ticker is in the same partition whichever client writes.
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 200, maxRetryTime: 2_000 },
    });
    await client.connect();
    return client;
  },
  (client) => client.disconnect(),
);

const send: Send = async (topic, messages) => (await producer.get()).send({ topic, messages, acks: -1 });

/** Writes a batch of random prices to the input topic. Event: none needed; `correlation_id` is taken over. */
export const handler = lambdaHandler(output, async (_event, { correlationId, deadline, logger }) => {
  const { INPUT_TOPIC: topic, TICKERS: tickers, RECORDS_PER_INVOCATION: count } = settings();
  const doing = `Sending ${count} records to ${topic}`;
  try {
    const work = produce({ topic, tickers, count, correlationId }, { market, random, now: Date.now, send });
    const outcome = await deadline.within(doing, work);
    logger.info("Sent prices", { ...outcome.result });
    return outcome;
  } catch (error) {
    // After a failure kafkajs and the broker may disagree on the sequence number, which no retry fixes.
    producer.discard();
    throw explainKafkaError(doing, error);
  }
});
