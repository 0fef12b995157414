import { S3Client } from "@aws-sdk/client-s3";
import { boundedRequests } from "../shared/bounded-requests";
import { readEvent } from "../shared/event";
import { lambdaHandler } from "../shared/invocation";
import { kafkaClient } from "../shared/kafka";
import { explainKafkaError } from "../shared/kafka-error";
import { once, readSettings } from "../shared/settings";
import { telemetry } from "../shared/telemetry";
import { exchangedFile } from "./exchange";
import { replay as definition } from "./function";
import { ReplayEvent } from "./request";
import { replay } from "./tool";

/** What the tool said, and its exit code. */
export interface ReplayAnswer {
  readonly code: 0 | 1;
  readonly found: string;
  readonly problems: string;
}

const output = telemetry(definition);
const settings = once(() => readSettings(definition.settings));
const s3 = once(
  () =>
    new S3Client({
      requestHandler: boundedRequests(60_000),
    }),
);

/** Lists, exports and publishes dead letters for `npm run replay`, from within the network. */
export const handler = lambdaHandler(output, async (event, { deadline, logger }) => {
  const { object, correlation_id: _, ...request } = readEvent("The replay's event is wrong", ReplayEvent, event);
  const { INPUT_TOPIC, DLQ_TOPIC, CONSUMER_GROUP, TRANSACTIONAL_ID, EXCHANGE_BUCKET } = settings();
  const cluster = {
    kafka: kafkaClient("replay", settings(), logger),
    topics: { input: INPUT_TOPIC, dlq: DLQ_TOPIC },
    groupId: CONSUMER_GROUP,
    transactionalId: TRANSACTIONAL_ID,
    deadline,
  };
  const found: string[] = [];
  const problems: string[] = [];
  const output = {
    log: (line: string) => found.push(line),
    error: (line: string) => problems.push(line),
    progress: (line: string) => logger.info(line),
  };
  try {
    const code = await replay(request, cluster, exchangedFile(s3(), EXCHANGE_BUCKET, object), output);
    logger.info("Replayed dead letters", { request, code });
    const result: ReplayAnswer = { code, found: found.join("\n"), problems: problems.join("\n") };
    return { result, measurements: {} };
  } catch (error) {
    throw explainKafkaError(`The command ${request.command}`, error);
  }
});
