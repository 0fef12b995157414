import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { network } from "../../module-kit/formats";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { forEachOf, merge } from "../../module-kit/structure";
import { text } from "../../module-kit/text";

const port = z.int().min(0).max(65535);
const ruleName = text(/^[a-z0-9-]{1,60}$/, "have 1 to 60 lower-case letters, digits and hyphens");
const ports = {
  port: port.describe("Port, or the first port of a range."),
  toPort: port.nullable().default(null).describe("Last port of the range; `port` by default."),
};

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9._-]{1,255}$/, "have 1 to 255 letters, digits and characters of ._-").describe(
    "Name of the security group.",
  ),
  description: text(
    /^[a-zA-Z0-9 ._:/()#,@[\]+=&;{}!$*-]{1,255}$/,
    "have 1 to 255 letters, digits, spaces and characters of ._:/()#,@[]+=&;{}!$*-",
  ).describe("What the group is for; changing it replaces the group."),
  vpcId: z.string().describe("ID of the VPC."),
  ingress: z
    .record(ruleName, z.object({ ...ports, sourceSecurityGroupId: z.string() }))
    .default({})
    .describe("TCP let in, by rule name. A source is always a security group, never an address range."),
  egress: z
    .record(
      ruleName,
      z.object({
        ...ports,
        securityGroupId: z.string().nullable().default(null),
        cidr: network().nullable().default(null),
        prefixListId: z.string().nullable().default(null),
      }),
    )
    .default({})
    .describe("TCP let out, by rule name, to exactly one of: a security group, a CIDR block, a prefix list."),
  selfPorts: z
    .array(port)
    .meta({ uniqueItems: true })
    .default([])
    .describe("TCP ports open in both directions between members of the group, such as 9098 for Kafka pollers."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

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
