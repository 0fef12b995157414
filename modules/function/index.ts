import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { equal } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { precondition } from "../../module-kit/precondition";
import { notEmpty } from "../../module-kit/structure";
import { LogGroup } from "../log-group";
import { ServiceRole } from "../service-role";
import { inputs } from "./inputs";
import { executionPolicy } from "./policies";

export { inputs };

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
      sourceAccount: p.trustSourceAccount,
      policyArns: p.policyArns,
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    this.role.grant("execution", execution);
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
      lifecycle: precondition(
        this,
        "subnet_ids and security_group_ids must be given together, or neither.",
        equal(notEmpty(p.subnetIds), notEmpty(p.securityGroupIds)),
      ),
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
