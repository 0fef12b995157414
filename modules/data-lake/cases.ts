import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const required = {
  bucketName: "acme-lake",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  logBucketName: "acme-logs",
  database: "market_data",
  table: "aggregates",
  columns: [
    { name: "ticker", type: "string" },
    { name: "price_avg", type: "double" },
  ],
  prefix: "aggregates/",
  startYear: 2025,
  workgroup: "market-data",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    expireDays: 400,
    noncurrentDays: 7,
    forceDestroy: true,
    tableDescription: "One row per ticker and minute.",
    columns: [
      { name: "ticker", type: "string", comment: "Such as AMZN" },
      { name: "history", type: "array<struct<price:double,volume:bigint>>" },
    ],
    endYear: 2030,
    resultsPrefix: "results/",
    resultsExpireDays: 3,
    bytesScannedCutoff: 100_000_000,
    namedQueries: { newest: "SELECT *\nFROM aggregates\nORDER BY window_end DESC\nLIMIT 10\n" },
    tags: { Team: "data" },
  },
};

export const invalid: Invalid<typeof inputs> = {
  "years that end before they begin": {
    inputs: { ...required, startYear: 2030, endYear: 2029 },
    message: "start_year must be at most end_year.",
  },
  "results within the table": {
    inputs: { ...required, resultsPrefix: "aggregates/results/" },
    message: "results_prefix must be outside prefix",
  },
  "the table within the results": {
    inputs: { ...required, prefix: "all/aggregates/", resultsPrefix: "all/" },
    message: "prefix must be outside results_prefix",
  },
};
