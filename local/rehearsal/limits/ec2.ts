import { type Limit, listOf, numberOf, textOf, unless } from "./limit";

const GROUPS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html";
const RULES = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html";
const GROUP_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;
const RULE_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{0,255}$/;
const SOURCES = ["UserIdGroupPairs", "IpRanges", "Ipv6Ranges", "PrefixListIds"];

export const ec2: readonly Limit[] = [
  {
    rule: "a security group's description has 1 to 255 characters of a-z A-Z 0-9, space and ._-:/()#,@[]+=&;{}!$*",
    source: GROUPS,
    of: ["ec2:CreateSecurityGroup"],
    problems: (parameters) =>
      unless(GROUP_TEXT.test(textOf(parameters, "Description")), textOf(parameters, "Description")),
  },
  {
    rule: "a security group's name has the same characters, and does not begin with sg-",
    source: GROUPS,
    of: ["ec2:CreateSecurityGroup"],
    problems: (parameters) => {
      const name = textOf(parameters, "GroupName");
      return unless(GROUP_TEXT.test(name) && !/^sg-/i.test(name), name);
    },
  },
  {
    rule: "a rule's description has up to 255 characters of a-z A-Z 0-9, space and ._-:/()#,@[]+=&;{}!$*",
    source: RULES,
    of: ["ec2:AuthorizeSecurityGroupIngress", "ec2:AuthorizeSecurityGroupEgress", "ec2:ModifySecurityGroupRules"],
    problems: (parameters) =>
      listOf(parameters, "IpPermissions")
        .flatMap((permission) => SOURCES.flatMap((source) => listOf(permission, source)))
        .map((source) => textOf(source, "Description"))
        .filter((description) => !RULE_TEXT.test(description)),
  },
  {
    rule: "flow logs are aggregated over 60 or 600 seconds",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
    of: ["ec2:CreateFlowLogs"],
    problems: (parameters) => {
      const seconds = numberOf(parameters, "MaxAggregationInterval") ?? 600;
      return unless(seconds === 60 || seconds === 600, seconds);
    },
  },
  {
    rule: "an endpoint's service is one of the environment's region",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
    of: ["ec2:CreateVpcEndpoint"],
    problems: (parameters, { region }) => {
      const name = textOf(parameters, "ServiceName");
      return unless(/^(com|cn\.com|eu)\.amazonaws\.[\w.-]+$/.test(name) && name.includes(`.${region}.`), name);
    },
  },
];
