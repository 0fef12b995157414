import { PutRecordCommand, SageMakerFeatureStoreRuntimeClient } from "@aws-sdk/client-sagemaker-featurestore-runtime";
import { boundedRequests } from "../shared/bounded-requests";
import { lambdaHandler } from "../shared/invocation";
import { readMskEvent } from "../shared/msk-event";
import { once, readSettings } from "../shared/settings";
import { telemetry } from "../shared/telemetry";
import { storeBatch } from "./core";
import { featureStore } from "./function";

const output = telemetry(featureStore);
const settings = once(() => readSettings(featureStore.settings));

// One attempt per call: the core retries, because it knows how much time is left.
const client = new SageMakerFeatureStoreRuntimeClient({
  maxAttempts: 1,
  requestHandler: boundedRequests(5_000),
});

/** Stores a batch of aggregates in the feature group; answers partial failures in Kafka's form. */
export const handler = lambdaHandler(output, async (event, { deadline, logger }) => {
  const { FEATURE_GROUP_NAME } = settings();
  const outcome = await storeBatch(readMskEvent(event), {
    deadline,
    now: Date.now,
    put: async (record) => {
      const Record = Object.entries(record).map(([FeatureName, value]) => ({ FeatureName, ValueAsString: `${value}` }));
      const abortSignal = AbortSignal.timeout(deadline.remainingMs());
      await client.send(new PutRecordCommand({ FeatureGroupName: FEATURE_GROUP_NAME, Record }), { abortSignal });
    },
    onFailure: ({ record: { source, correlationId }, outcome, reason }) =>
      logger.warn(`A record was ${outcome}`, { source, reason, record_correlation_id: correlationId }),
  });
  logger.info("Stored features", { ...outcome.measurements, ...outcome.result });
  return outcome;
});
