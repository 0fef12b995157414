import * as z from "zod";
import { network } from "../../module-kit/formats";
import { text } from "../../module-kit/text";

const port = z.int().min(0).max(65535);
const ruleName = text(/^[a-z0-9-]{1,60}$/, "have 1 to 60 lower-case letters, digits and hyphens");
const ports = {
  port: port.describe("Port, or the first port of a range."),
  toPort: port.nullable().default(null).describe("Last port of the range; `port` by default."),
};

export const inputs = z.object({
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
  name: text(
    /^[a-zA-Z0-9._-]{1,255}$/,
    "have 1 to 255 letters, digits and characters of ._-, and not begin with sg-, as identifiers do",
  )
    .regex(/^(.{1,2}|[^s].*|.[^g].*|..[^-].*)$/, { error: "must not begin with sg-" })
    .describe("Name of the security group."),
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
