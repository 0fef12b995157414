import type { Construct } from "constructs";
import { prefix } from "../envs/names";
import type { Environment } from "../envs/schema";
import type { FunctionName } from "../handlers/functions";
import { currentPartition } from "../module-kit/current";
import { Alarms } from "../modules/alarms";
import { Dashboard } from "../modules/dashboard";
import type { NodeFunction } from "../modules/function";
import { KmsKey } from "../modules/kms-key";
import { Notifications } from "../modules/notifications";
import type { DeliveryStack } from "./delivery";
import { EnvironmentStack } from "./environment-stack";
import type { FeaturesStack } from "./features";
import { pipelineAlarms } from "./observability/alarms";
import type { Alarm } from "./observability/alarms/alarm";
import { alarmInputs } from "./observability/alarms/inputs";
import { dashboards } from "./observability/dashboards";
import { countLostOutput } from "./observability/lost-output";
import type { MetricSources } from "./observability/metric";
import { metricSources } from "./observability/metric-sources";
import { dashboardBody } from "./observability/widgets";
import type { ProcessingStack } from "./processing";
import type { StreamingStack } from "./streaming";

/** The stacks whose parts report metrics. */
export interface MonitoredStacks {
  readonly streaming: StreamingStack;
  readonly processing: ProcessingStack;
  readonly delivery: DeliveryStack;
  readonly features: FeaturesStack;
}

/** What is monitored, who is notified, and where the runbooks are. */
export class ObservabilityStack extends EnvironmentStack {
  constructor(scope: Construct, environment: Environment, stacks: MonitoredStacks) {
    super(scope, "observability", environment);
    const sources = this.sources(stacks);
    countLostOutput(this, stacks.processing.job.logGroupName, sources.namespace);
    const alarms = pipelineAlarms(sources, environment);
    this.createAlarms(alarms, this.createNotifications());
    const states = ["pipeline-unhealthy", ...Object.keys(alarms)].map((name) => this.alarmArn(name));
    for (const [name, graphs] of Object.entries(dashboards(sources))) {
      new Dashboard(this, `${name}_dashboard`, {
        name: this.resourceName(name),
        body: dashboardBody(environment.region, graphs, name === "pipeline" ? states : []),
      });
    }
  }

  private alarmArn(name: string): string {
    const { region, account } = this.location;
    return `arn:${currentPartition(this)}:cloudwatch:${region}:${account}:alarm:${this.resourceName(name)}`;
  }

  private createNotifications(): Notifications {
    const { region, account } = this.location;
    const key = new KmsKey(this, "key", {
      name: this.resourceName("alarms"),
      description: `Notifications of ${this.resourceName("*")}`,
      servicePrincipals: {
        CloudWatchAlarms: {
          service: "cloudwatch.amazonaws.com",
          sourceArns: [`arn:${currentPartition(this)}:cloudwatch:${region}:${account}:alarm:*`],
        },
      },
    });
    return new Notifications(this, "notifications", {
      name: this.resourceName("alarms"),
      kmsKeyArn: key.keyArn,
      subscriptions: this.environment.alarms.emails,
    });
  }

  private createAlarms(alarms: Record<string, Alarm>, { topicArn }: Notifications): void {
    const { runbooks } = this.environment.alarms;
    new Alarms(this, "alarms", {
      name: prefix(this.environment),
      topicArn,
      ...alarmInputs(alarms, runbooks),
      compositeName: "pipeline-unhealthy",
      compositeDescription: "The pipeline is unhealthy. Check which other alarms are firing.",
      compositeRunbookUrl: `${runbooks}#pipeline-unhealthy`,
    });
  }

  private sources({ streaming, processing, delivery, features }: MonitoredStacks): MetricSources {
    const functions: Readonly<Record<FunctionName, NodeFunction>> = {
      ...streaming.functions,
      ...processing.functions,
      ...features.functions,
    };
    return metricSources(this.environment, {
      clusterName: streaming.cluster.clusterName,
      applicationName: processing.job.applicationName,
      streamName: delivery.stream.streamName,
      functions: mapValues(functions, ({ functionName }) => functionName),
      featureSourceId: features.source.mappingUuid,
    });
  }
}

const mapValues = <Key extends string, From, To>(from: Readonly<Record<Key, From>>, change: (value: From) => To) =>
  Object.fromEntries(Object.entries<From>(from).map(([key, value]) => [key, change(value)])) as Record<Key, To>;
