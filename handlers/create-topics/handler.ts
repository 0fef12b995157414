import { lambdaHandler } from "../shared/invocation";
import { kafkaClient } from "../shared/kafka";
import { explainKafkaError } from "../shared/kafka-error";
import { once, readSettings } from "../shared/settings";
import { telemetry } from "../shared/telemetry";
import { kafkaTopicAdmin } from "./admin";
import { manageTopics, type TopicConnection } from "./core";
import { readTopicsEvent } from "./event";
import { createTopics } from "./function";

/** How long a broker may take for a request, in milliseconds. */
const REQUEST_TIMEOUT_MS = 8_000;

const output = telemetry(createTopics);
const settings = once(() => readSettings(createTopics.settings));

/**
 * Creates, changes and deletes topics for Terraform's `aws_lambda_invocation`, with lifecycle scope CRUD or to confirm what such a one did.
 */
export const handler = lambdaHandler(output, async (event, { deadline, logger }) => {
  const request = readTopicsEvent(event);
  const connect = async (): Promise<TopicConnection> => {
    const admin = kafkaClient("create-topics", settings(), logger).admin();
    // Not awaited: a connection that hangs must not keep the answer back.
    const close = () => void admin.disconnect().catch(() => undefined);
    try {
      await admin.connect();
    } catch (error) {
      close();
      throw error;
    }
    return { admin: kafkaTopicAdmin(admin, REQUEST_TIMEOUT_MS), close };
  };
  try {
    const outcome = await manageTopics(request, { connect, deadline });
    logger.info(`Topics: ${request.action} done`, { ...outcome.result });
    return outcome;
  } catch (error) {
    throw explainKafkaError("Managing the topics", error);
  }
});
