import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { logGroupName } from "./name";
import { retentionDays } from "./retention";

export const inputs = z.object({
  name: logGroupName.describe("Name of the log group, such as `/aws/lambda/acme-producer`."),
  retentionDays: retentionDays.describe("Days that events are kept."),
  kmsKeyArn: arn("kms:key").describe(
    "ARN of the KMS key that encrypts the events; its policy must let CloudWatch Logs use it.",
  ),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/** A CloudWatch log group that is always encrypted and never keeps events for ever. */
export class LogGroup extends Construct {
  private readonly group: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.group = new CloudwatchLogGroup(this, "this", {
      name: p.name,
      retentionInDays: p.retentionDays,
      kmsKeyId: p.kmsKeyArn,
      tags: p.tags,
    });
  }

  get name(): string {
    return this.group.name;
  }

  /** The group's ARN without the trailing `:*` that covers its streams. */
  get arn(): string {
    return this.group.arn;
  }
}

export const logGroupModule = defineModule({
  name: "log-group",
  description: "A CloudWatch log group with a retention period and a KMS key.",
  inputs,
  construct: LogGroup,
  outputs: {
    name: { description: "Name of the log group.", value: (m) => m.name },
    arn: { description: "ARN of the log group, without the `:*` that covers its streams.", value: (m) => m.arn },
  },
});
