import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

export const cases: Cases<typeof inputs> = {
  minimal: {
    name: "market-data-dev-bastion",
    subnetId: "subnet-0aaa1111bbb2222cc",
    securityGroupIds: ["sg-0aaa1111bbb2222cc"],
    kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  },
  full: {
    name: "market-data-prod-bastion",
    subnetId: "subnet-0aaa1111bbb2222cc",
    securityGroupIds: ["sg-0aaa1111bbb2222cc", "sg-0ddd3333eee4444ff"],
    kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    instanceType: "t4g.micro",
    volumeGib: 30,
    policyArns: { kafka: "arn:aws:iam::123456789012:policy/kafka" },
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
};
