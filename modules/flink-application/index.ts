import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { Kinesisanalyticsv2Application } from "@cdktf/provider-aws/lib/kinesisanalyticsv2-application";
import { Construct } from "constructs";
import { atMost, sizeOf } from "../../module-kit/comparisons";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { mergeLifecycles, precondition } from "../../module-kit/precondition";
import { notEmpty } from "../../module-kit/structure";
import { LogGroup } from "../log-group";
import { ServiceRole } from "../service-role";
import { flinkConfiguration } from "./configuration";
import { inputs } from "./inputs";
import { MaintenanceWindow } from "./maintenance";
import { servicePolicy } from "./policies";

export { inputs };

/**
 * A Managed Service for Apache Flink application in a VPC, with snapshots, explicit checkpointing, and its own role and log group.
 *
 * The provider starts and stops it only when `start` itself changes, and does not restart an application that stopped by itself
 * (https://github.com/hashicorp/terraform-provider-aws/issues/45687): an alarm on downtime and a runbook cover that. A new
 * jar must have a new key: then a running application is updated from its latest snapshot.
 */
export class FlinkApplication extends Construct {
  private readonly application: Kinesisanalyticsv2Application;
  private readonly role: ServiceRole;
  private readonly logs: LogGroup;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const partition = currentPartition(this);
    const region = currentRegion(this);
    const account = currentAccount(this);
    const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${account}:${resource}`;

    this.logs = new LogGroup(this, "logs", {
      name: `/aws/kinesis-analytics/${p.name}`,
      retentionDays: p.logRetentionDays,
      kmsKeyArn: p.logKmsKeyArn,
      tags: p.tags,
    });
    const logStream = new CloudwatchLogStream(this, "log_stream", {
      name: "application",
      logGroupName: this.logs.name,
    });
    const service = servicePolicy(this, "service", {
      ...p,
      s3Service: `s3.${region}.amazonaws.com`,
      logGroupArn: this.logs.arn,
      logStreamArn: logStream.arn,
    });
    this.role = new ServiceRole(this, "role", {
      name: p.name,
      description: `Service execution role of the Flink application ${p.name}.`,
      service: "kinesisanalytics.amazonaws.com",
      sourceArns: [arn("kinesisanalytics", `application/${p.name}`)],
      policyArns: p.policyArns,
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    this.role.grant("service", service);
    this.application = new Kinesisanalyticsv2Application(this, "this", {
      name: p.name,
      description: p.description,
      runtimeEnvironment: p.runtime,
      applicationMode: "STREAMING",
      serviceExecutionRole: this.role.roleArn,
      startApplication: p.start,
      applicationConfiguration: flinkConfiguration(p),
      cloudwatchLoggingOptions: { logStreamArn: logStream.arn },
      tags: p.tags,
      lifecycle: mergeLifecycles(
        precondition(this, "property_groups must have at least 1 group.", notEmpty(p.propertyGroups)),
        precondition(this, "property_groups must have at most 50 groups.", atMost(sizeOf(p.propertyGroups), 50)),
      ),
      dependsOn: this.role.attachments,
    });
    comment(
      this.application,
      "Started and stopped only when `start` changes; one that stopped by itself is not started again (alarm on downtime).",
    );
    new MaintenanceWindow(this, "maintenance", {
      applicationName: this.application.name,
      applicationArn: this.application.arn,
      windowStart: p.maintenanceWindowStart,
      partition,
      scheduleGroupArn: arn("scheduler", "schedule-group/default"),
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
  }

  get applicationArn(): string {
    return this.application.arn;
  }

  get applicationName(): string {
    return this.application.name;
  }

  get roleArn(): string {
    return this.role.roleArn;
  }

  get roleName(): string {
    return this.role.roleName;
  }

  get logGroupName(): string {
    return this.logs.name;
  }
}

export const flinkApplicationModule = defineModule({
  name: "flink-application",
  description: "A Managed Service for Apache Flink application in a VPC, from a jar in S3.",
  inputs,
  construct: FlinkApplication,
  outputs: {
    applicationArn: { description: "ARN of the application.", value: (m) => m.applicationArn },
    applicationName: { description: "Name of the application.", value: (m) => m.applicationName },
    roleArn: { description: "ARN of the application's role.", value: (m) => m.roleArn },
    roleName: { description: "Name of the application's role, to attach further policies.", value: (m) => m.roleName },
    logGroupName: { description: "Name of the application's log group.", value: (m) => m.logGroupName },
  },
});
