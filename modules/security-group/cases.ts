import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const required = {
  name: "market-data-dev-kafka",
  description: "Kafka brokers",
  vpcId: "vpc-0aaa1111bbb2222cc",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    ingress: {
      job: { port: 9098, sourceSecurityGroupId: "sg-0aaa1111bbb2222cc" },
      "private-link": { port: 14_001, toPort: 14_100, sourceSecurityGroupId: "sg-0ddd3333eee4444ff" },
    },
    egress: {
      kafka: { port: 9098, securityGroupId: "sg-0aaa1111bbb2222cc" },
      s3: { port: 443, prefixListId: "pl-0aaa1111" },
      office: { port: 443, toPort: 444, cidr: "192.0.2.0/24" },
    },
    selfPorts: [9098, 9092],
    tags: { Team: "data" },
  },
  onlyToGroups: { ...required, egress: { kafka: { port: 9098, securityGroupId: "sg-0aaa1111bbb2222cc" } } },
};

export const invalid: Invalid<typeof inputs> = {
  "a range that ends before it begins": {
    inputs: {
      ...required,
      ingress: { job: { port: 14_100, toPort: 14_001, sourceSecurityGroupId: "sg-0aaa1111bbb2222cc" } },
    },
    message: "ingress.job.to_port must be at least its port.",
  },
  "a range out of the group that ends before it begins": {
    inputs: { ...required, egress: { office: { port: 444, toPort: 443, cidr: "192.0.2.0/24" } } },
    message: "egress.office.to_port must be at least its port.",
  },
  "a rule to nowhere": {
    inputs: { ...required, egress: { office: { port: 443 } } },
    message: "egress.office must have exactly one of security_group_id, cidr and prefix_list_id.",
  },
  "a rule to two places": {
    inputs: { ...required, egress: { office: { port: 443, cidr: "192.0.2.0/24", prefixListId: "pl-0aaa1111" } } },
    message: "egress.office must have exactly one of security_group_id, cidr and prefix_list_id.",
  },
};
