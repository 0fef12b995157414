import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { SagemakerFeatureGroup } from "@cdktf/provider-aws/lib/sagemaker-feature-group";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule, note } from "../../module-kit/module";
import { blocks } from "../../module-kit/structure";
import { text } from "../../module-kit/text";
import { ServiceRole } from "../service-role";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { FeaturePolicies } from "./policies";

const featureName = text(
  /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/,
  "be a feature name: 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen",
);

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,55}$/, "be 1 to 56 of a-z, A-Z, 0-9 and hyphen").describe(
    "Name of the feature group, and prefix of its role and policies.",
  ),
  description: z.string().max(128).default("").describe("What the features are."),
  recordIdentifier: featureName.describe("Feature that identifies a record."),
  eventTime: featureName.describe("Feature with the event's time: Fractional unix seconds, or String in ISO 8601."),
  features: z
    .array(z.object({ name: featureName, type: z.enum(["String", "Fractional", "Integral"]) }))
    .min(2)
    .max(2500)
    .describe("Features, in order. A changed list replaces the group and loses its data: protect it, add a new group."),
  bucketName: z.string().describe("Bucket of the offline store."),
  prefix: text(/^([a-zA-Z0-9_.=-]+\/)+$/, "be a folder such as features/, ending in a slash")
    .default("features/")
    .describe("Folder of the offline store in the bucket."),
  kmsKeyArn: z.string().describe("ARN of the KMS key that encrypts the online and the offline store."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * A SageMaker feature group with an online and an offline store, and the policies of those who write and read it.
 *
 * Its Glue table holds a row a write: an older or repeated event adds one, so readers of the offline store deduplicate.
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store.html
 */
export class FeatureStore extends Construct {
  private readonly group: SagemakerFeatureGroup;
  private readonly role: ServiceRole;
  private readonly writer: IamPolicy;
  private readonly reader: IamPolicy;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const policies = new FeaturePolicies(this, p);
    this.role = new ServiceRole(this, "role", {
      name: `${p.name}-store`,
      description: `Writes the offline store of the feature group ${p.name}.`,
      service: "sagemaker.amazonaws.com",
      policies: { offline: policies.offlineStore().json },
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    this.group = new SagemakerFeatureGroup(this, "this", {
      featureGroupName: p.name,
      description: p.description,
      recordIdentifierFeatureName: p.recordIdentifier,
      eventTimeFeatureName: p.eventTime,
      roleArn: this.role.roleArn,
      featureDefinition: blocks(p.features, (feature) => ({ featureName: feature.name, featureType: feature.type })),
      onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: p.kmsKeyArn } },
      offlineStoreConfig: {
        disableGlueTableCreation: false,
        // SageMaker adds a slash of its own.
        s3StorageConfig: { s3Uri: `s3://${p.bucketName}/${Fn.trimsuffix(p.prefix, "/")}`, kmsKeyId: p.kmsKeyArn },
      },
      tags: p.tags,
      dependsOn: this.role.attachments,
    });
    note(this.group, "Any change but tags and description replaces the group and loses the online store.");

    const policy = (id: string, json: string) =>
      new IamPolicy(this, id, { name: `${p.name}-${id}`, policy: json, tags: p.tags });
    this.writer = policy("writer", policies.writer(this.group.arn).json);
    this.reader = policy("reader", policies.reader(this.group.arn).json);
  }

  get featureGroupName(): string {
    return this.group.featureGroupName;
  }

  get featureGroupArn(): string {
    return this.group.arn;
  }

  get roleArn(): string {
    return this.role.roleArn;
  }

  get writerPolicyArn(): string {
    return this.writer.arn;
  }

  get readerPolicyArn(): string {
    return this.reader.arn;
  }

  get offlineDatabase(): string {
    return this.offlineCatalog("database");
  }

  get offlineTable(): string {
    return this.offlineCatalog("table_name");
  }

  /** Feature Store chooses them when it makes the group; null until then. */
  private offlineCatalog(attribute: "database" | "table_name"): string {
    const path = `offline_store_config[0].data_catalog_config[*].${attribute}`;
    return Token.asString(Fn.one(Token.asList(this.group.interpolationForAttribute(path))));
  }
}

export const featureStoreModule = defineModule({
  name: "feature-store",
  description: "A SageMaker feature group, online and offline, encrypted, with policies for its writers and readers.",
  inputs,
  construct: FeatureStore,
  outputs: {
    featureGroupName: { description: "Name of the feature group.", value: (m) => m.featureGroupName },
    featureGroupArn: { description: "ARN of the feature group.", value: (m) => m.featureGroupArn },
    roleArn: { description: "ARN of the role that writes the offline store.", value: (m) => m.roleArn },
    writerPolicyArn: {
      description: "ARN of the policy for functions that put records.",
      value: (m) => m.writerPolicyArn,
    },
    readerPolicyArn: {
      description: "ARN of the policy for functions that read either store.",
      value: (m) => m.readerPolicyArn,
    },
    offlineDatabase: { description: "Glue database of the offline store's table.", value: (m) => m.offlineDatabase },
    offlineTable: { description: "Glue table over the offline store.", value: (m) => m.offlineTable },
  },
});
