import { Schedule } from "../../../modules/schedule";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof Schedule>[2];

const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:acme-producer";
const deadLetterArn = "arn:aws:sqs:eu-west-1:111122223333:acme-missed";
const build = (rest: Partial<Props> = {}) =>
  synthesize(
    (stack) =>
      new Schedule(stack, "tick", {
        name: "acme-tick",
        functionArn,
        deadLetterArn,
        expression: "rate(1 minute)",
        ...rest,
      }),
  );
const schedule = (rest?: Partial<Props>) => build(rest).resource.aws_scheduler_schedule?.tick;

describe("schedule", () => {
  test("invokes its function in UTC and keeps what it could not deliver", () => {
    expect(schedule({ retries: 1, maximumEventAgeSeconds: 60, input: '{"a":1}' })).toMatchObject({
      schedule_expression: "rate(1 minute)",
      schedule_expression_timezone: "UTC",
      state: "ENABLED",
      flexible_time_window: { mode: "OFF" },
      target: {
        arn: functionArn,
        input: '{"a":1}',
        dead_letter_config: { arn: deadLetterArn },
        retry_policy: { maximum_retry_attempts: 1, maximum_event_age_in_seconds: 60 },
      },
    });
  });

  test("can be switched off", () => {
    expect(schedule({ enabled: false }).state).toBe("DISABLED");
  });

  test("may invoke this function and write to this queue, nothing else", () => {
    const stack = build();
    expect(statement(stack, "tick_invoke", "Invoke")).toMatchObject({
      actions: ["lambda:InvokeFunction"],
      resources: [functionArn],
    });
    expect(statement(stack, "tick_invoke", "DeadLetter")).toMatchObject({
      actions: ["sqs:SendMessage"],
      resources: [deadLetterArn],
    });
    expect(stack.data.aws_iam_policy_document?.tick_invoke?.statement).toHaveLength(2);
  });

  test("only schedules of its group, for which Scheduler acts, may use the role", () => {
    const trust = build().data.aws_iam_policy_document?.tick_role_trust?.statement[0];
    expect(trust.condition[1].values[0]).toMatch(/:schedule-group\/default$/);
    expect(schedule().group_name).toBe("default");
  });

  test.each<[keyof Props, unknown]>([
    ["expression", "every minute"],
    ["expression", "rate()"],
    ["retries", 186],
    ["maximumEventAgeSeconds", 59],
  ])("refuses %s %p", (input, value) => {
    expect(() => build({ [input]: value })).toThrow(new RegExp(input));
  });
});
