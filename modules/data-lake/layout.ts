interface PartitionKey {
  readonly name: string;
  /** Pattern of Firehose's `timestamp` namespace (UTC). */
  readonly format: string;
  /** `projection.<name>.*`: see https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html */
  readonly projection: Readonly<Record<string, string>>;
}

const integer = (digits: number, range?: string) => ({
  type: "integer",
  digits: `${digits}`,
  ...(range ? { range } : {}),
});

/** How the lake is partitioned: Firehose writes these folders, Athena computes them, nobody lists them. */
export const PARTITION_KEYS: readonly PartitionKey[] = [
  { name: "year", format: "yyyy", projection: integer(4) },
  { name: "month", format: "MM", projection: integer(2, "1,12") },
  { name: "day", format: "dd", projection: integer(2, "1,31") },
];

/** Firehose's prefix for objects in `folder` (which ends in a slash). */
export const deliveryPrefix = (folder: string): string =>
  `${folder}${PARTITION_KEYS.map(({ name, format }) => `${name}=!{timestamp:${format}}/`).join("")}`;

/** Athena's template for the same places. `$$` keeps Terraform from reading `${year}` as an expression of its own. */
const locationTemplate = (bucket: string, folder: string): string =>
  `s3://${bucket}/${folder}${PARTITION_KEYS.map(({ name }) => `${name}=$$\{${name}}/`).join("")}`;

/** Parameters of the Glue table that let Athena compute the partitions from the first to the last year, inclusive. */
export const projectionParameters = (bucket: string, folder: string, years: string): Record<string, string> => ({
  "projection.enabled": "true",
  ...Object.fromEntries(
    PARTITION_KEYS.flatMap(({ name, projection }) =>
      Object.entries({ range: years, ...projection }).map(([key, value]) => [`projection.${name}.${key}`, value]),
    ),
  ),
  "storage.location.template": locationTemplate(bucket, folder),
});
