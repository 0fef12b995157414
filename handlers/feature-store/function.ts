import * as z from "zod";
import { defineFunction } from "../shared/function";

/** Writes aggregates to the feature group. */
export const featureStore = defineFunction({
  settings: z.object({ FEATURE_GROUP_NAME: z.string().min(1) }),
  timeoutSeconds: 60,
  memoryMib: 256,
  metrics: {
    FeaturesStored: { unit: "Count", description: "Records that Feature Store accepted." },
    FeaturesRejected: {
      unit: "Count",
      description: "Records that can never be stored: malformed, or refused with a 4xx.",
    },
    FeaturesDeferred: { unit: "Count", description: "Records left to a retry: throttled, a 5xx, or out of time." },
    FeatureWriteDuration: { unit: "Milliseconds", description: "Time to store the batch." },
    FeatureLatency: { unit: "Seconds", description: "Age of the newest window when its features were stored." },
  },
  alarms: [
    "feature-store-errors",
    "feature-store-throttled",
    "feature-store-slow",
    "features-deferred",
    "features-rejected",
  ],
});
