import type { Kinesisanalyticsv2ApplicationApplicationConfiguration } from "@cdktf/provider-aws/lib/kinesisanalyticsv2-application";
import type { Resolved } from "../../module-kit/inputs";
import { blocksByKey, singleBlockIf } from "../../module-kit/structure";
import type { inputs } from "./inputs";

/** Every CUSTOM group is spelled out: what is left to DEFAULT is Flink's code or AWS's choice, and changes unseen. */
export function flinkConfiguration(p: Resolved<typeof inputs>): Kinesisanalyticsv2ApplicationApplicationConfiguration {
  return {
    applicationCodeConfiguration: {
      codeContentType: "ZIPFILE",
      codeContent: { s3ContentLocation: { bucketArn: p.codeBucketArn, fileKey: p.codeKey } },
    },
    applicationSnapshotConfiguration: { snapshotsEnabled: true },
    environmentProperties: {
      propertyGroup: blocksByKey(p.propertyGroups, (propertyGroupId, propertyMap) => ({
        propertyGroupId,
        propertyMap,
      })),
    },
    flinkApplicationConfiguration: {
      checkpointConfiguration: {
        configurationType: "CUSTOM",
        checkpointingEnabled: true,
        checkpointInterval: p.checkpointIntervalMs,
        minPauseBetweenCheckpoints: p.minPauseMs,
      },
      monitoringConfiguration: {
        configurationType: "CUSTOM",
        logLevel: p.logLevel,
        metricsLevel: p.metricsLevel,
      },
      parallelismConfiguration: {
        configurationType: "CUSTOM",
        autoScalingEnabled: p.autoscaling,
        parallelism: p.parallelism,
        parallelismPerKpu: p.parallelismPerKpu,
      },
    },
    // AWS reports it only for an application that was started: without the condition a stopped one never has a clean plan.
    runConfiguration: singleBlockIf(p.start, {
      applicationRestoreConfiguration: { applicationRestoreType: "RESTORE_FROM_LATEST_SNAPSHOT" },
      flinkRunConfiguration: { allowNonRestoredState: p.allowNonRestoredState },
    }),
    vpcConfiguration: { subnetIds: p.subnetIds, securityGroupIds: p.securityGroupIds },
  };
}
