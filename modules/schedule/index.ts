import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import * as z from "zod";
import { SCHEDULE_FORM, SCHEDULE_RULE } from "../../aws-limits/schedule-expression";
import { arn } from "../../module-kit/arn";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { json } from "../../module-kit/formats";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { choose } from "../../module-kit/structure";
import { text } from "../../module-kit/text";
import { ServiceRole } from "../service-role";
import { permissionsBoundaryArn } from "../service-role/boundary";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_.-]{1,64}$/, "be 1 to 64 of a-z, A-Z, 0-9, underscore, dot and hyphen").describe(
    "Name of the schedule, and of its role.",
  ),
  description: z.string().max(512).default("").describe("What the schedule is for."),
  functionArn: arn("lambda:function").describe("ARN of the function to invoke."),
  expression: text(SCHEDULE_FORM, `be ${SCHEDULE_RULE}`).max(256).describe("When it runs, in UTC."),
  input: json().default("{}").describe("JSON that the function receives as its event."),
  enabled: z.boolean().default(true).describe("Whether it runs."),
  deadLetterArn: arn("sqs:queue").describe(
    "ARN of the SQS queue for invocations that could not be delivered; encrypted by SQS, not with a KMS key.",
  ),
  retries: z.int().min(0).max(185).default(3).describe("Further attempts to deliver an invocation."),
  maximumEventAgeSeconds: z
    .int()
    .min(60)
    .max(86_400)
    .default(300)
    .describe("Seconds after which an undelivered invocation goes to the dead-letter queue."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * An EventBridge Scheduler schedule that invokes one function, and may do nothing else.
 * It covers delivery: what the function itself fails at shows in the function's errors.
 */
export class Schedule extends Construct {
  private readonly schedule: SchedulerSchedule;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const partition = currentPartition(this);
    const region = currentRegion(this);
    const account = currentAccount(this);
    const invoke = comment(
      new DataAwsIamPolicyDocument(this, "invoke", {
        statement: [
          { sid: "Invoke", actions: ["lambda:InvokeFunction"], resources: [p.functionArn] },
          { sid: "DeadLetter", actions: ["sqs:SendMessage"], resources: [p.deadLetterArn] },
        ],
      }),
      "The scheduler invokes the function, and keeps what it could not deliver in the encrypted dead-letter queue.",
    );
    const role = new ServiceRole(this, "role", {
      name: p.name,
      description: `Lets the schedule ${p.name} invoke its function.`,
      service: "scheduler.amazonaws.com",
      // Scheduler acts for the schedule's group, not for the schedule: https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
      sourceArns: [`arn:${partition}:scheduler:${region}:${account}:schedule-group/${SCHEDULE_GROUP}`],
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    role.grant("invoke", invoke);
    this.schedule = new SchedulerSchedule(this, "this", {
      name: p.name,
      groupName: SCHEDULE_GROUP,
      description: p.description,
      scheduleExpression: p.expression,
      scheduleExpressionTimezone: "UTC",
      state: choose(p.enabled, "ENABLED", "DISABLED"),
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: p.functionArn,
        roleArn: role.roleArn,
        input: p.input,
        deadLetterConfig: { arn: p.deadLetterArn },
        retryPolicy: { maximumRetryAttempts: p.retries, maximumEventAgeInSeconds: p.maximumEventAgeSeconds },
      },
      dependsOn: role.attachments,
    });
  }

  get scheduleArn(): string {
    return this.schedule.arn;
  }
}

const SCHEDULE_GROUP = "default";

export const scheduleModule = defineModule({
  name: "schedule",
  description:
    "An EventBridge Scheduler schedule that invokes a Lambda function, with retries and a dead-letter queue.",
  inputs,
  construct: Schedule,
  outputs: {
    scheduleArn: { description: "ARN of the schedule.", value: (m) => m.scheduleArn },
  },
});
