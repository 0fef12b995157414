import * as z from "zod";
import { ticker } from "../../contracts/stock-price";
import { defineFunction } from "../shared/function";
import { commaList } from "../shared/settings";

const optional = z
  .string()
  .optional()
  .transform((text) => text || undefined);

/** Measures count, age, completeness and duplicates of the features. */
export const checkFeatureStore = defineFunction({
  settings: z
    .object({
      FEATURE_GROUP_NAME: z.string().min(1),
      TICKERS: commaList.pipe(z.array(ticker)),
      MAX_AGE_SECONDS: z.coerce.number().int().positive().default(300),
      ATHENA_WORKGROUP: optional,
      OFFLINE_DATABASE: optional,
      OFFLINE_TABLE: optional,
    })
    .superRefine((env, context) => {
      const offline = ["ATHENA_WORKGROUP", "OFFLINE_DATABASE", "OFFLINE_TABLE"] as const;
      const unset = offline.filter((name) => !env[name]);
      if (unset.length > 0 && unset.length < offline.length)
        for (const name of unset)
          context.addIssue({
            code: "custom",
            path: [name],
            message: `set all of ${offline.join(", ")} or none of them`,
          });
    }),
  timeoutSeconds: 120,
  memoryMib: 256,
  reservedConcurrency: 1,
  schedule: { expression: "rate(5 minutes)" },
  metrics: {
    FeatureRecordCount: { unit: "Count", description: "Tickers that have a record in the online store." },
    FeatureRecordsMissing: { unit: "Count", description: "Tickers that have none." },
    FeatureRecordsStale: { unit: "Count", description: "Tickers whose record is older than MAX_AGE_SECONDS." },
    FeatureAge: { unit: "Seconds", description: "Age of the oldest of the tickers' records." },
    FeatureCompleteness: { unit: "Percent", description: "Features present, of all features of all tickers." },
    FeatureDuplicates: { unit: "Count", description: "Surplus rows of the offline store in the last day." },
    OfflineRows: { unit: "Count", description: "Rows of the offline store in the last day." },
    OfflineCheckEnabled: { unit: "Count", description: "1 when the offline store is checked, else 0." },
    OfflineCheckFailed: { unit: "Count", description: "1 when the offline store could not be queried." },
  },
  alarms: ["features-stale", "features-missing", "offline-check-failing", "check-missed", "check-errors"],
});
