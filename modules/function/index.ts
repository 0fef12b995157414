import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { text } from "../../module-kit/text";
import { LogGroup } from "../log-group";
import { retentionDays } from "../log-group/retention";
import { ServiceRole } from "../service-role";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { executionPolicy } from "./policies";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_-]{1,64}$/, "be 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen").describe(
    "Name of the function, and of its role.",
  ),
  description: z.string().max(256).describe("What the function does."),
  packageFile: z.string().min(1).describe("Path of the zip with the code; a changed content deploys the function."),
  handler: z.string().min(1).max(128).default("index.handler").describe("File and export that Lambda calls."),
  runtime: z.enum(["nodejs20.x", "nodejs22.x"]).default("nodejs22.x").describe("Lambda runtime."),
  memoryMib: z.int().min(128).max(10240).default(256).describe("Memory in MiB; CPU grows with it."),
  timeoutSeconds: z.int().min(1).max(900).default(30).describe("Seconds after which an invocation is stopped."),
  environment: z.record(z.string(), z.string()).default({}).describe("Environment variables."),
  environmentKmsKeyArn: z.string().describe("ARN of the KMS key that encrypts the environment variables."),
  subnetIds: z
    .array(z.string())
    .default([])
    .describe("IDs of the private subnets it runs in; none for a function outside any VPC."),
  securityGroupIds: z
    .array(z.string())
    .max(5)
    .default([])
    .describe("IDs of its security groups, where it has subnets."),
  policyArns: z
    .record(text(/^[a-z0-9-]{1,40}$/, "be 1 to 40 of a-z, 0-9 and hyphen"), z.string())
    .default({})
    .describe("ARNs of managed policies with what the code may do, by a name of yours."),
  reservedConcurrency: z
    .int()
    .min(-1)
    .default(-1)
    .describe("Invocations that may run at once; -1 shares the account's unreserved concurrency."),
  tracing: z.enum(["Active", "PassThrough"]).default("Active").describe("X-Ray tracing mode."),
  logRetentionDays: retentionDays.describe("Days that log events are kept."),
  logKmsKeyArn: z.string().describe("ARN of the KMS key that encrypts the log group."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * A Node.js function on arm64 with a role and a log group of its own.
 * The role may write to that log group, trace, decrypt its environment, and what `policyArns` add; nothing else.
 */
export class NodeFunction extends Construct {
  private readonly fn: LambdaFunction;
  private readonly role: ServiceRole;
  private readonly logs: LogGroup;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.logs = new LogGroup(this, "logs", {
      name: `/aws/lambda/${p.name}`,
      retentionDays: p.logRetentionDays,
      kmsKeyArn: p.logKmsKeyArn,
      tags: p.tags,
    });
    const execution = executionPolicy(this, "execution", {
      functionName: p.name,
      logGroupArn: this.logs.arn,
      environmentKmsKeyArn: p.environmentKmsKeyArn,
      subnetIds: p.subnetIds,
    });
    this.role = new ServiceRole(this, "role", {
      name: p.name,
      description: `Execution role of the function ${p.name}.`,
      service: "lambda.amazonaws.com",
      policyArns: p.policyArns,
      policies: { execution: execution.json },
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    this.fn = new LambdaFunction(this, "this", {
      functionName: p.name,
      description: p.description,
      filename: p.packageFile,
      sourceCodeHash: Fn.filebase64sha256(p.packageFile),
      handler: p.handler,
      runtime: p.runtime,
      architectures: ["arm64"],
      memorySize: p.memoryMib,
      timeout: p.timeoutSeconds,
      role: this.role.roleArn,
      kmsKeyArn: p.environmentKmsKeyArn,
      environment: { variables: p.environment },
      // Lambda takes a block with two empty lists for no VPC at all.
      vpcConfig: { subnetIds: p.subnetIds, securityGroupIds: p.securityGroupIds },
      reservedConcurrentExecutions: p.reservedConcurrency,
      tracingConfig: { mode: p.tracing },
      loggingConfig: { logFormat: "JSON", logGroup: this.logs.name },
      tags: p.tags,
      dependsOn: this.role.attachments,
    });
  }

  get functionArn(): string {
    return this.fn.arn;
  }

  get functionName(): string {
    return this.fn.functionName;
  }

  get roleArn(): string {
    return this.role.roleArn;
  }

  get roleName(): string {
    return this.role.roleName;
  }

  get logGroupName(): string {
    return this.logs.name;
  }
}

export const functionModule = defineModule({
  name: "function",
  description: "A Node.js Lambda function on arm64 with its own least-privilege role and encrypted log group.",
  inputs,
  construct: NodeFunction,
  outputs: {
    functionArn: { description: "ARN of the function.", value: (m) => m.functionArn },
    functionName: { description: "Name of the function.", value: (m) => m.functionName },
    roleArn: { description: "ARN of the function's role.", value: (m) => m.roleArn },
    roleName: { description: "Name of the function's role, to attach further policies.", value: (m) => m.roleName },
    logGroupName: { description: "Name of the function's log group.", value: (m) => m.logGroupName },
  },
});
