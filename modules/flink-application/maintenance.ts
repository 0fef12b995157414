import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { comment } from "../../module-kit/module";
import { ServiceRole } from "../service-role";

interface Maintenance {
  readonly applicationName: string;
  readonly applicationArn: string;
  /** UTC time `HH:MM` at which the window of eight hours begins. */
  readonly windowStart: string;
  readonly partition: string;
  readonly scheduleGroupArn: string;
  readonly permissionsBoundaryArn: string | undefined;
  readonly tags: Record<string, string>;
}

/**
 * Keeps an application's maintenance window. The provider has no resource for it (5.100.0), so EventBridge Scheduler calls
 * the API itself: once when it is made, then daily, which also undoes a change by hand.
 * @see https://docs.aws.amazon.com/managed-flink/latest/java/maintenance.html
 */
export class MaintenanceWindow extends Construct {
  constructor(scope: Construct, id: string, p: Maintenance) {
    super(scope, id);
    const name = `${p.applicationName}-maintenance`;
    const update = comment(
      new DataAwsIamPolicyDocument(this, "update", {
        statement: [
          {
            sid: "SetMaintenanceWindow",
            actions: ["kinesisanalytics:UpdateApplicationMaintenanceConfiguration"],
            resources: [p.applicationArn],
          },
        ],
      }),
      "The scheduler changes this application's maintenance window, and nothing else.",
    );
    const role = new ServiceRole(this, "role", {
      name,
      description: `Lets a schedule set the maintenance window of ${p.applicationName}.`,
      service: "scheduler.amazonaws.com",
      sourceArns: [p.scheduleGroupArn],
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    role.grant("update", update);
    const schedule = new SchedulerSchedule(this, "this", {
      name,
      groupName: "default",
      description: `Keeps the maintenance window of ${p.applicationName}.`,
      scheduleExpression: "rate(1 day)",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: `arn:${p.partition}:scheduler:::aws-sdk:kinesisanalyticsv2:updateApplicationMaintenanceConfiguration`,
        roleArn: role.roleArn,
        input: Fn.jsonencode({
          ApplicationName: p.applicationName,
          ApplicationMaintenanceConfigurationUpdate: { ApplicationMaintenanceWindowStartTimeUpdate: p.windowStart },
        }),
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      },
      dependsOn: role.attachments,
    });
    comment(
      schedule,
      "The provider has no resource for the maintenance window, so the scheduler sets it, at once and then daily.",
    );
  }
}
