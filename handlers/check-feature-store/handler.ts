import { setTimeout as sleep } from "node:timers/promises";
import { SageMakerFeatureStoreRuntimeClient } from "@aws-sdk/client-sagemaker-featurestore-runtime";
import { boundedRequests } from "../shared/bounded-requests";
import { Deadline } from "../shared/deadline";
import { lambdaHandler } from "../shared/invocation";
import { once, readSettings } from "../shared/settings";
import { telemetry } from "../shared/telemetry";
import { athena } from "./athena";
import { checkFeatures, offlineStore } from "./core";
import { checkFeatureStore } from "./function";
import { queryOffline } from "./offline";
import { readOnlineRecords } from "./online-store";

/** Milliseconds that the offline check leaves for reporting the online one, should Athena be slow. */
const OFFLINE_MARGIN_MS = 2_000;

const output = telemetry(checkFeatureStore);
const settings = once(() => readSettings(checkFeatureStore.settings));
const client = new SageMakerFeatureStoreRuntimeClient({
  requestHandler: boundedRequests(5_000),
});
const engine = once(() => athena());

/** Measures the quality of the feature group and reports it. Event: none needed. */
export const handler = lambdaHandler(output, async (_event, { deadline, logger }) => {
  const checked = settings();
  const store = offlineStore(checked);
  const offlineLimits = {
    deadline: new Deadline(() => deadline.remainingMs(), OFFLINE_MARGIN_MS),
    nowSeconds: Date.now() / 1_000,
    sleep,
  };
  const work = checkFeatures(checked, {
    now: Date.now,
    online: (tickers) => readOnlineRecords(client, checked.FEATURE_GROUP_NAME, tickers, deadline),
    offline: store && (() => queryOffline(store, engine(), offlineLimits)),
  });
  const outcome = await deadline.within("Checking the feature group", work);
  logger[outcome.result.healthy ? "info" : "warn"]("Checked the feature group", { ...outcome.result });
  return outcome;
});
