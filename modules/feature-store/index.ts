import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { SagemakerFeatureGroup } from "@cdktf/provider-aws/lib/sagemaker-feature-group";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { contains, disjoint, fieldOf } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { mergeLifecycles, precondition } from "../../module-kit/precondition";
import { dataProtection } from "../../module-kit/readme-sections";
import { blocks } from "../../module-kit/structure";
import { ServiceRole } from "../service-role";
import { inputs, RESERVED } from "./inputs";
import { FeaturePolicies } from "./policies";

export { inputs };

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
      sourceAccount: p.trustSourceAccount,
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    this.role.grant("offline", policies.offlineStore());
    const names = fieldOf(p.features, "name");
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
      lifecycle: mergeLifecycles(
        precondition(
          this,
          "record_identifier must be the name of one of features.",
          contains(names, p.recordIdentifier),
        ),
        precondition(this, "event_time must be the name of one of features.", contains(names, p.eventTime)),
        precondition(
          this,
          `features must not be named ${RESERVED.join(", ")}: Feature Store adds those itself.`,
          disjoint(names, RESERVED),
        ),
      ),
      dependsOn: this.role.attachments,
    });
    comment(this.group, "Any change but tags and description replaces the group and loses the online store.");

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
  readmeSections: {
    "Protecting the data": dataProtection({
      what: "the online store, which a change of any argument but the tags and the description replaces",
      addresses: ["aws_sagemaker_feature_group.this"],
      actions: ["sagemaker:DeleteFeatureGroup"],
      forceDestroy: false,
    }),
  },
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
