import type { Construct } from "constructs";
import { interfaceEndpoints } from "../envs/interface-endpoints";
import type { Environment } from "../envs/schema";
import { KmsKey } from "../modules/kms-key";
import { Network } from "../modules/network";
import { EnvironmentStack } from "./environment-stack";
import { SecurityGroups } from "./network/security-groups";

/** The VPC, its egress, the security groups, and the keys of log groups and of functions' settings. */
export class NetworkStack extends EnvironmentStack {
  readonly logsKey: KmsKey;
  readonly functionsKey: KmsKey;
  readonly network: Network;
  readonly groups: SecurityGroups;

  constructor(scope: Construct, environment: Environment) {
    super(scope, "network", environment);
    const { network, retention } = environment;

    this.logsKey = new KmsKey(this, "logs_key", {
      name: this.resourceName("logs"),
      description: `Log groups of ${this.resourceName("*")}`,
      cloudwatchLogs: true,
    });
    this.functionsKey = new KmsKey(this, "functions_key", {
      name: this.resourceName("functions"),
      description: `Settings of the functions of ${this.resourceName("*")}`,
    });
    this.network = new Network(this, "network", {
      name: this.resourceName("network"),
      cidr: network.cidr,
      azCount: network.azCount,
      zoneIds: network.zoneIds,
      nat: network.mode === "nat",
      natPerZone: network.mode === "nat" && network.natPerZone,
      interfaceEndpoints: interfaceEndpoints(environment),
      flowLogRetentionDays: retention.logDays,
      logKmsKeyArn: this.logsKey.keyArn,
    });
    this.groups = new SecurityGroups(this, environment, this.network, (thing) => this.resourceName(thing));
  }
}
