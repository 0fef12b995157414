import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Fn, Token } from "cdktf";
import type { Construct } from "constructs";
import { prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { Bastion } from "../../modules/bastion";
import { KafkaAccess } from "../../modules/kafka-access";
import { SecurityGroup } from "../../modules/security-group";
import type { NetworkStack } from "../network";
import { KAFKA_IAM_PORT } from "../network/security-groups";

interface BastionProps {
  readonly environment: Environment;
  readonly network: NetworkStack;
  readonly clusterArn: string;
  readonly kmsKeyArn: string;
}

/**
 * The operators' host, with its security group and that group's way to the brokers. The group is in the stack of the instance, because
 * EC2 deletes no group that an instance has
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html), and stacks change in order.
 */
export function createBastion(scope: Construct, { environment, network, clusterArn, kmsKeyArn }: BastionProps): void {
  const name = `${prefix(environment)}-bastion`;
  const { input, output, dlq } = environment.kafka.topics;
  const group = new SecurityGroup(scope, "bastion_group", {
    name,
    description: "Host for operators",
    vpcId: network.network.vpcId,
    egress: network.groups.clientEgress(network.groups.kafka.securityGroupId),
  });
  new VpcSecurityGroupIngressRule(scope, "bastion_to_kafka", {
    securityGroupId: network.groups.kafka.securityGroupId,
    description: "bastion",
    referencedSecurityGroupId: group.securityGroupId,
    ipProtocol: "tcp",
    fromPort: KAFKA_IAM_PORT,
    toPort: KAFKA_IAM_PORT,
  });
  const access = new KafkaAccess(scope, "bastion_access", {
    name,
    clusterArn,
    readTopics: [input.name, output.name, dlq.name],
    groups: [name],
  });
  new Bastion(scope, "bastion", {
    name,
    subnetId: Token.asString(Fn.element(network.network.privateSubnetIds, 0)),
    securityGroupIds: [group.securityGroupId],
    policyArns: { kafka: access.policyArn },
    kmsKeyArn,
  });
}
