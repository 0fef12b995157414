import { lambdaHandler } from "../shared/invocation";
import { kafkaClient } from "../shared/kafka";
import { explainKafkaError } from "../shared/kafka-error";
import { reusable } from "../shared/reusable";
import { once, readSettings } from "../shared/settings";
import { telemetry } from "../shared/telemetry";
import { inspect } from "./core";
import { readRequest } from "./event";
import { consumer } from "./function";
import { kafkaReader } from "./reader";

const output = telemetry(consumer);
const settings = once(() => readSettings(consumer.settings));
const kafka = once(() => kafkaClient("consumer", settings(), output.logger));
const admin = reusable(
  async () => {
    const client = kafka().admin();
    await client.connect();
    return client;
  },
  (client) => client.disconnect(),
);

/** Reads the output topic, or another one, from a given position and reports what is there; by hand or on a schedule. */
export const handler = lambdaHandler(output, async (event, { deadline, logger }) => {
  const request = readRequest(event);
  const { OUTPUT_TOPIC, CONSUMER_GROUP, KAFKA_BOOTSTRAP_BROKERS } = settings();
  const topic = request.topic ?? OUTPUT_TOPIC;
  try {
    const connected = await deadline.within(`Connecting to ${KAFKA_BOOTSTRAP_BROKERS}`, admin.get());
    const reader = kafkaReader(kafka(), connected, CONSUMER_GROUP);
    const outcome = await inspect(request, { reader, deadline, outputTopic: OUTPUT_TOPIC });
    const { records: _, ...summary } = outcome.result;
    logger.info("Read the topic", summary);
    return outcome;
  } catch (error) {
    admin.discard();
    throw explainKafkaError(`Reading ${topic}`, error);
  }
});
