import { AthenaNamedQuery } from "@cdktf/provider-aws/lib/athena-named-query";
import { AthenaWorkgroup } from "@cdktf/provider-aws/lib/athena-workgroup";
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import type { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { dataProtection } from "../../module-kit/readme-sections";
import { forEachOf } from "../../module-kit/structure";
import { Bucket } from "../bucket";
import { inputs } from "./inputs";
import { queryPolicy } from "./policies";
import { lakeTable } from "./table";

export { inputs };

/**
 * A lake: a bucket, one Glue table of Parquet files by day over a folder of it, and an Athena workgroup to query it with.
 * Partitions are computed, never registered: no crawler runs and a new day is there at once.
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 */
export class DataLake extends Construct {
  private readonly bucket: Bucket;
  private readonly database: GlueCatalogDatabase;
  private readonly table: GlueCatalogTable;
  private readonly workgroup: AthenaWorkgroup;
  private readonly query: IamPolicy;
  readonly kmsKeyArn: string;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.kmsKeyArn = p.kmsKeyArn;
    this.bucket = new Bucket(this, "bucket", {
      bucketName: p.bucketName,
      kmsKeyArn: p.kmsKeyArn,
      logBucketName: p.logBucketName,
      expireDays: p.expireDays,
      noncurrentDays: p.noncurrentDays,
      folderExpireDays: { [p.resultsPrefix]: p.resultsExpireDays },
      forceDestroy: p.forceDestroy,
      tags: p.tags,
    });
    const bucketName = this.bucket.bucketName;

    this.database = new GlueCatalogDatabase(this, "database", { name: p.database, tags: p.tags });
    this.table = lakeTable(this, "table", p, { bucketName, databaseName: this.database.name });

    this.workgroup = new AthenaWorkgroup(this, "workgroup", {
      name: p.workgroup,
      description: `Queries of the lake ${p.bucketName}.`,
      forceDestroy: p.forceDestroy,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: p.bytesScannedCutoff,
        engineVersion: { selectedEngineVersion: "Athena engine version 3" },
        resultConfiguration: {
          outputLocation: `s3://${bucketName}/${p.resultsPrefix}`,
          encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: p.kmsKeyArn },
        },
      },
      tags: p.tags,
    });
    const queries = forEachOf(p.namedQueries);
    new AthenaNamedQuery(this, "query", {
      forEach: queries,
      name: queries.key,
      database: this.database.name,
      workgroup: this.workgroup.name,
      query: Token.asString(queries.value),
    });

    this.query = new IamPolicy(this, "query_policy", {
      name: `${p.workgroup}-query`,
      policy: queryPolicy(this, "query_document", {
        ...p,
        bucketArn: this.bucket.bucketArn,
        workgroupArn: this.workgroup.arn,
      }).json,
      tags: p.tags,
    });
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  get bucketArn(): string {
    return this.bucket.bucketArn;
  }

  get databaseName(): string {
    return this.database.name;
  }

  get tableName(): string {
    return this.table.name;
  }

  get workgroupName(): string {
    return this.workgroup.name;
  }

  get queryPolicyArn(): string {
    return this.query.arn;
  }
}

export const dataLakeModule = defineModule({
  name: "data-lake",
  description: "An encrypted S3 bucket, a Glue table of Parquet files by day with partition projection, and Athena.",
  readmeSections: {
    "Protecting the data": dataProtection({
      what: "the lake",
      addresses: ["aws_s3_bucket.bucket", "aws_glue_catalog_database.database", "aws_glue_catalog_table.table"],
      actions: ["s3:DeleteBucket", "s3:DeleteObjectVersion", "glue:DeleteDatabase", "glue:DeleteTable"],
      forceDestroy: true,
    }),
  },
  inputs,
  construct: DataLake,
  outputs: {
    bucketName: { description: "Name of the lake's bucket.", value: (m) => m.bucketName },
    bucketArn: { description: "ARN of the lake's bucket.", value: (m) => m.bucketArn },
    kmsKeyArn: { description: "ARN of the KMS key that encrypts the bucket.", value: (m) => m.kmsKeyArn },
    databaseName: { description: "Name of the Glue database.", value: (m) => m.databaseName },
    tableName: { description: "Name of the Glue table.", value: (m) => m.tableName },
    workgroupName: { description: "Name of the Athena workgroup.", value: (m) => m.workgroupName },
    queryPolicyArn: {
      description: "ARN of the policy for those who query the table through the workgroup.",
      value: (m) => m.queryPolicyArn,
    },
  },
});
