import { join } from "node:path";
import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

/** Any file will do: a plan reads only its hash. */
const packageFile = join(__dirname, "index.ts");

const required = {
  name: "market-data-dev-producer",
  description: "Writes prices.",
  packageFile,
  environmentKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  logRetentionDays: 30 as const,
  logKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    handler: "main.run",
    runtime: "nodejs22.x",
    memoryMib: 512,
    timeoutSeconds: 60,
    environment: { INPUT_TOPIC: "prices", NOTE: 'a "quoted" $${value}' },
    subnetIds: ["subnet-0aaa1111bbb2222cc"],
    securityGroupIds: ["sg-0aaa1111bbb2222cc"],
    policyArns: { kafka: "arn:aws:iam::123456789012:policy/kafka" },
    reservedConcurrency: 2,
    tracing: "PassThrough",
    trustSourceAccount: false,
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
};

export const invalid: Invalid<typeof inputs> = {
  "subnets without security groups": {
    inputs: { ...required, subnetIds: ["subnet-0aaa1111bbb2222cc"] },
    message: "subnet_ids and security_group_ids must be given together, or neither.",
  },
  "security groups without subnets": {
    inputs: { ...required, securityGroupIds: ["sg-0aaa1111bbb2222cc"] },
    message: "subnet_ids and security_group_ids must be given together, or neither.",
  },
};
