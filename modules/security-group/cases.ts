import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

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
