import type { Construct } from "constructs";
import { glueColumns } from "../contracts/glue-columns";
import { bucketName } from "../envs/names";
import type { Environment } from "../envs/schema";
import { Bucket } from "../modules/bucket";
import { DataLake } from "../modules/data-lake";
import { KmsKey } from "../modules/kms-key";
import { EnvironmentStack } from "./environment-stack";
import { namedQueries } from "./lake/queries";

/** Prefix of the aggregates' Parquet files; Firehose's prefix and the table's projection both start with it. */
export const AGGREGATES_PREFIX = "aggregates/";

/** First year that the table's partitions are looked for in. */
const FIRST_YEAR = 2024;

/** The lake: its bucket, the table over it, who may ask what, and the bucket that notes every access. */
export class LakeStack extends EnvironmentStack {
  readonly key: KmsKey;
  readonly accessLogs: Bucket;
  readonly lake: DataLake;

  constructor(scope: Construct, environment: Environment) {
    super(scope, "lake", environment);
    const { retention } = environment;
    const table = "stock_aggregates";

    this.key = new KmsKey(this, "key", {
      name: this.resourceName("lake"),
      description: `Data at rest of ${this.resourceName("*")}`,
    });
    this.accessLogs = new Bucket(this, "access_logs", {
      bucketName: bucketName(environment, "access-logs"),
      accessLogTarget: true,
      expireDays: retention.logDays,
      forceDestroy: !environment.protectData,
    });
    this.lake = new DataLake(this, "lake", {
      bucketName: bucketName(environment, "lake"),
      logBucketName: this.accessLogs.bucketName,
      kmsKeyArn: this.key.keyArn,
      database: this.resourceName("lake").replaceAll("-", "_"),
      table,
      columns: glueColumns(),
      prefix: AGGREGATES_PREFIX,
      startYear: FIRST_YEAR,
      expireDays: retention.lakeDays,
      noncurrentDays: retention.noncurrentDays,
      workgroup: this.resourceName("analytics"),
      namedQueries: namedQueries(table),
      forceDestroy: !environment.protectData,
    });
  }
}
