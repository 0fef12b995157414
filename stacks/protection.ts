import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { Kinesisanalyticsv2Application } from "@cdktf/provider-aws/lib/kinesisanalyticsv2-application";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { MskCluster } from "@cdktf/provider-aws/lib/msk-cluster";
import { MskServerlessCluster } from "@cdktf/provider-aws/lib/msk-serverless-cluster";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { SagemakerFeatureGroup } from "@cdktf/provider-aws/lib/sagemaker-feature-group";
import { Aspects, type IAspect } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Resources that hold data, or without which data cannot be read. With the Flink application go the job's state and all its snapshots
 * (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_DeleteApplication.html).
 */
export const HOLDS_DATA = [
  GlueCatalogDatabase,
  GlueCatalogTable,
  Kinesisanalyticsv2Application,
  KmsKey,
  MskCluster,
  MskServerlessCluster,
  S3Bucket,
  SagemakerFeatureGroup,
] as const;

/** Makes Terraform refuse every plan that would destroy data. */
class ProtectData implements IAspect {
  visit(node: IConstruct): void {
    for (const type of HOLDS_DATA) {
      if (node instanceof type) node.lifecycle = { ...node.lifecycle, preventDestroy: true };
    }
  }
}

/** Protects what holds data below `scope`. Terraform wants a literal here, so that no module can take it as an input. */
export function protectData(scope: IConstruct): void {
  Aspects.of(scope).add(new ProtectData());
}
