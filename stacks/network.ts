import type { Construct } from "constructs";
import type { Environment } from "../envs/schema";
import { KmsKey } from "../modules/kms-key";
import { Network } from "../modules/network";
import { EnvironmentStack } from "./environment-stack";
import { interfaceEndpoints } from "./network/endpoints";
import { SecurityGroups } from "./network/security-groups";

/** The VPC, its way out, the security groups, and the key of every log group. */
export class NetworkStack extends EnvironmentStack {
  readonly logsKey: KmsKey;
  readonly network: Network;
  readonly groups: SecurityGroups;

  constructor(scope: Construct, environment: Environment) {
    super(scope, "network", environment);
    const { network, retention, region } = environment;

    this.logsKey = new KmsKey(this, "logs_key", {
      name: this.named("logs"),
      description: `Log groups of ${this.named("*")}`,
      servicePrincipals: { logs: { service: `logs.${region}.amazonaws.com` } },
    });
    this.network = new Network(this, "network", {
      name: this.named("network"),
      cidr: network.cidr,
      azCount: network.azCount,
      nat: network.mode === "nat",
      natPerZone: network.mode === "nat" && network.natPerZone,
      interfaceEndpoints: interfaceEndpoints(environment),
      flowLogRetentionDays: retention.logDays,
      logKmsKeyArn: this.logsKey.keyArn,
    });
    this.groups = new SecurityGroups(this, environment, this.network, (thing) => this.named(thing));
  }
}
