import type { Body } from "../resource";
import { at, blocks, isSet, list, type Rule } from "../rule";

const INGRESS = ["aws_vpc_security_group_ingress_rule"];
const RULES = [...INGRESS, "aws_vpc_security_group_egress_rule"];
const ANYWHERE = ["0.0.0.0/0", "::/0"];
const SSH = 22;
const RDP = 3389;

const sources = (body: Body): unknown[] => [body.cidr_ipv4, body.cidr_ipv6].filter(isSet);

function includesPort({ from_port: from, to_port: to, ip_protocol: protocol }: Body, port: number): boolean {
  return protocol === "-1" || (Number(from) <= port && Number(to) >= port);
}

/** The VPC: who may connect to what. */
export const networkRules: readonly Rule[] = [
  {
    id: "ingress-named-sources",
    types: INGRESS,
    requirement: "must name a security group or prefix list as its source",
    check: ({ body }) => isSet(body.referenced_security_group_id) || isSet(body.prefix_list_id),
  },
  {
    id: "ingress-not-from-anywhere",
    types: INGRESS,
    requirement: "must not let everyone in",
    counterparts: ["AwsSolutions-EC23"],
    check: ({ body }) => !sources(body).some((source) => ANYWHERE.includes(String(source))),
  },
  {
    id: "ingress-no-remote-login",
    types: INGRESS,
    requirement: "must not open SSH or RDP: sessions come through Systems Manager",
    counterparts: ["NIST.800.53.R5-EC2RestrictedSSH"],
    check: ({ body }) => !includesPort(body, SSH) && !includesPort(body, RDP),
  },
  {
    id: "security-group-rule-ports",
    types: RULES,
    requirement: "must name its protocol and ports",
    check: ({ body }) => body.ip_protocol !== "-1" && isSet(body.from_port) && isSet(body.to_port),
  },
  {
    id: "security-group-described",
    types: [...RULES, "aws_security_group"],
    requirement: "must say what it is for",
    counterparts: ["AwsSolutions-EC27"],
    check: ({ body }) => isSet(body.description),
  },
  {
    id: "security-group-rules-apart",
    types: ["aws_security_group"],
    requirement: "must keep its rules in resources of their own: inline ones fight with them",
    check: ({ body }) => !isSet(body.ingress) && !isSet(body.egress),
  },
  {
    id: "default-security-group-closed",
    types: ["aws_vpc"],
    requirement: "must have its default security group closed",
    counterparts: ["NIST.800.53.R5-VPCDefaultSecurityGroupClosed"],
    check: (resource, model) => {
      const groups = model.companions(resource, "aws_default_security_group", "vpc_id");
      return groups.some(({ body }) => blocks(body, "ingress").length + blocks(body, "egress").length === 0);
    },
  },
  {
    id: "vpc-flow-logs",
    types: ["aws_vpc"],
    requirement: "must log its flows",
    counterparts: ["AwsSolutions-VPC7"],
    check: (resource, model) =>
      model.companions(resource, "aws_flow_log", "vpc_id").some(({ body }) => body.traffic_type === "ALL"),
  },
  {
    id: "no-network-acl",
    types: ["aws_network_acl", "aws_network_acl_rule"],
    requirement: "must be a security group's rule: network ACLs hide what is open",
    counterparts: ["AwsSolutions-VPC3"],
    check: () => false,
  },
  {
    id: "subnet-no-public-addresses",
    types: ["aws_subnet"],
    requirement: "must not give its instances public addresses",
    counterparts: ["NIST.800.53.R5-VPCSubnetAutoAssignPublicIpDisabled"],
    check: ({ body }) => body.map_public_ip_on_launch !== true,
  },
  {
    id: "endpoint-policy",
    types: ["aws_vpc_endpoint"],
    requirement: "must have a policy of its own: the default lets everything through",
    check: ({ body }) => isSet(body.policy),
  },
  {
    id: "endpoint-security-group",
    types: ["aws_vpc_endpoint"],
    requirement: "must have a security group if it is an interface",
    check: ({ body }) => body.vpc_endpoint_type !== "Interface" || list(body.security_group_ids).length > 0,
  },
  {
    id: "instance-private",
    types: ["aws_instance"],
    requirement: "must have no public address and no key pair",
    counterparts: ["NIST.800.53.R5-EC2InstanceNoPublicIp"],
    check: ({ body }) => body.associate_public_ip_address === false && !isSet(body.key_name),
  },
  {
    id: "instance-metadata",
    types: ["aws_instance", "aws_launch_template"],
    requirement: "must ask for a token for its metadata (IMDSv2)",
    counterparts: ["NIST.800.53.R5-EC2IMDSv2Enabled"],
    check: ({ body }) => at(body, "metadata_options.http_tokens") === "required",
  },
  {
    id: "instance-volume-encrypted",
    types: ["aws_instance"],
    requirement: "must encrypt its volume",
    counterparts: ["AwsSolutions-EC26"],
    check: ({ body }) => at(body, "root_block_device.encrypted") === true,
  },
  {
    id: "instance-watched",
    types: ["aws_instance"],
    requirement: "must have detailed monitoring and be protected from termination",
    counterparts: ["AwsSolutions-EC28", "AwsSolutions-EC29"],
    check: ({ body }) => body.monitoring === true && body.disable_api_termination === true,
  },
];
