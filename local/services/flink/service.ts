import { jsonTargetService, type Service } from "../protocol/json-target";
import { applicationOperations, type FlinkContext } from "./applications";
import { attachmentOperations } from "./attachments";
import { operationOperations } from "./operations";
import { snapshotOperations } from "./snapshots";

/** Managed Service for Apache Flink (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_Operations.html). */
export function flinkService(context: FlinkContext): Service {
  return jsonTargetService("kinesisanalyticsv2", "KinesisAnalytics_20180523", {
    ...applicationOperations(context),
    ...operationOperations(context),
    ...snapshotOperations(context),
    ...attachmentOperations(context),
  });
}
