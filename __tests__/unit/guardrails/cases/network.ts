import { type Cases, one, stack } from "./case";

const ingress = "aws_vpc_security_group_ingress_rule";
const rule = { description: "d", ip_protocol: "tcp", from_port: 443, to_port: 443 };
const vpc = ["aws_vpc", "it", { cidr_block: "10.0.0.0/16" }] as const;
const inVpc = { vpc_id: "${aws_vpc.it.id}" };

export const networkCases: Cases = {
  "ingress-named-sources": one(
    ingress,
    { referenced_security_group_id: "${aws_security_group.x.id}" },
    { cidr_ipv4: "10.0.0.0/8" },
  ),
  "ingress-not-from-anywhere": one(
    ingress,
    { cidr_ipv4: "10.0.0.0/8" },
    { cidr_ipv4: "0.0.0.0/0" },
    { cidr_ipv6: "::/0" },
  ),
  "ingress-no-remote-login": one(
    ingress,
    rule,
    { ...rule, from_port: 22, to_port: 22 },
    { ...rule, from_port: 3000, to_port: 4000 },
    { ip_protocol: "-1" },
  ),
  "security-group-rule-ports": one(ingress, rule, { ip_protocol: "-1" }, { ip_protocol: "tcp", from_port: 1 }),
  "security-group-described": one("aws_security_group", { description: "d" }, {}),
  "security-group-rules-apart": one("aws_security_group", { description: "d" }, { ingress: [{ from_port: 1 }] }),
  "default-security-group-closed": {
    good: [stack(vpc, ["aws_default_security_group", "closed", inVpc])],
    bad: [
      stack(vpc),
      stack(vpc, ["aws_default_security_group", "open", { ...inVpc, ingress: [{ protocol: "-1" }] }]),
      stack(vpc, ["aws_default_security_group", "other", { vpc_id: "${aws_vpc.another.id}" }]),
    ],
  },
  "vpc-flow-logs": {
    good: [stack(vpc, ["aws_flow_log", "logs", { ...inVpc, traffic_type: "ALL" }])],
    bad: [stack(vpc), stack(vpc, ["aws_flow_log", "logs", { ...inVpc, traffic_type: "REJECT" }])],
  },
  "no-network-acl": { good: [stack(vpc)], bad: [stack(["aws_network_acl", "it", inVpc])] },
  "subnet-no-public-addresses": one("aws_subnet", {}, { map_public_ip_on_launch: true }),
  "endpoint-policy": one("aws_vpc_endpoint", { policy: "${data.aws_iam_policy_document.x.json}" }, {}),
  "endpoint-security-group": {
    good: [
      stack(["aws_vpc_endpoint", "s3", { vpc_endpoint_type: "Gateway" }]),
      stack(["aws_vpc_endpoint", "it", { vpc_endpoint_type: "Interface", security_group_ids: ["sg-1"] }]),
    ],
    bad: [stack(["aws_vpc_endpoint", "it", { vpc_endpoint_type: "Interface" }])],
  },
  "instance-private": one(
    "aws_instance",
    { associate_public_ip_address: false },
    {},
    { associate_public_ip_address: true },
    { associate_public_ip_address: false, key_name: "k" },
  ),
  "instance-metadata": one(
    "aws_instance",
    { metadata_options: { http_tokens: "required" } },
    {},
    { metadata_options: [{ http_tokens: "optional" }] },
  ),
  "instance-volume-encrypted": one("aws_instance", { root_block_device: { encrypted: true } }, {}),
  "instance-watched": one(
    "aws_instance",
    { monitoring: true, disable_api_termination: true },
    { monitoring: true },
    { disable_api_termination: true },
  ),
};
