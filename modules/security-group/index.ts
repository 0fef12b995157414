import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Fn, type IResolvable, Token } from "cdktf";
import { Construct } from "constructs";
import { atMost, exactlyOne, implies } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { mergeLifecycles, preconditionForEach } from "../../module-kit/precondition";
import { forEachOf, given, merge } from "../../module-kit/structure";
import { inputs } from "./inputs";

export { inputs };

/**
 * A security group whose every rule is a resource of its own, so that rules change without replacing each other
 * and two groups may name one another.
 */
export class SecurityGroup extends Construct {
  private readonly group: AwsSecurityGroup;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.group = new AwsSecurityGroup(this, "this", {
      name: p.name,
      description: p.description,
      vpcId: p.vpcId,
      tags: merge(p.tags, { Name: p.name }),
    });
    const rule = { securityGroupId: this.group.id, ipProtocol: "tcp", tags: p.tags };

    const ingress = forEachOf(p.ingress);
    new VpcSecurityGroupIngressRule(this, "ingress", {
      forEach: ingress,
      ...rule,
      description: ingress.key,
      fromPort: ingress.getNumber("port"),
      toPort: lastPort(ingress),
      referencedSecurityGroupId: ingress.getString("source_security_group_id"),
      lifecycle: portsInOrder(this, "ingress", p.ingress, ingress),
    });
    const egress = forEachOf(p.egress);
    new VpcSecurityGroupEgressRule(this, "egress", {
      forEach: egress,
      ...rule,
      description: egress.key,
      fromPort: egress.getNumber("port"),
      toPort: lastPort(egress),
      referencedSecurityGroupId: egress.getString("security_group_id"),
      cidrIpv4: egress.getString("cidr"),
      prefixListId: egress.getString("prefix_list_id"),
      lifecycle: mergeLifecycles(
        portsInOrder(this, "egress", p.egress, egress),
        preconditionForEach(this, {
          over: p.egress,
          each: egress,
          message: (key) => `egress.${key} must have exactly one of security_group_id, cidr and prefix_list_id.`,
          holds: ({ securityGroupId, cidr, prefixListId }) => exactlyOne(securityGroupId, cidr, prefixListId),
        }),
      ),
    });

    const members = forEachOf(Fn.toset(Fn.formatlist("%d", [p.selfPorts])));
    const between = {
      forEach: members,
      ...rule,
      description: "between members of the group",
      fromPort: Token.asNumber(members.key),
      toPort: Token.asNumber(members.key),
      referencedSecurityGroupId: this.group.id,
    };
    new VpcSecurityGroupIngressRule(this, "from_members", between);
    new VpcSecurityGroupEgressRule(this, "to_members", between);
  }

  get securityGroupId(): string {
    return this.group.id;
  }
}

interface Ports {
  readonly port: number;
  readonly toPort: number | null;
}

const portsInOrder = (
  scope: Construct,
  input: string,
  over: Readonly<Record<string, Ports>> | IResolvable,
  each: ReturnType<typeof forEachOf>,
) =>
  preconditionForEach(scope, {
    over,
    each,
    message: (key) => `${input}.${key}.to_port must be at least its port.`,
    holds: ({ port, toPort }) => implies(given(toPort), atMost(port, toPort)),
  });

const lastPort = (rule: ReturnType<typeof forEachOf>) =>
  Token.asNumber(Fn.coalesce([rule.getNumber("to_port"), rule.getNumber("port")]));

export const securityGroupModule = defineModule({
  name: "security-group",
  description: "A security group with named TCP rules; what comes in comes from a named security group.",
  inputs,
  construct: SecurityGroup,
  outputs: {
    securityGroupId: { description: "ID of the security group.", value: (m) => m.securityGroupId },
  },
});
