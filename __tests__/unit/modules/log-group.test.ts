import { LogGroup } from "../../../modules/log-group";
import { synthesize } from "./support/synthesize";

const props = {
  name: "/aws/lambda/acme",
  retentionDays: 30,
  kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/k",
} as const;

describe("log-group", () => {
  test("keeps events for the given days, encrypted with the given key", () => {
    const { resource } = synthesize((stack) => new LogGroup(stack, "logs", props));
    expect(resource.aws_cloudwatch_log_group?.logs).toMatchObject({
      name: "/aws/lambda/acme",
      retention_in_days: 30,
      kms_key_id: props.kmsKeyArn,
    });
  });

  test("refuses a retention that CloudWatch Logs does not offer", () => {
    // @ts-expect-error 42 is not on CloudWatch Logs' list
    expect(() => synthesize((stack) => new LogGroup(stack, "logs", { ...props, retentionDays: 42 }))).toThrow(
      /retentionDays.*Invalid option/s,
    );
  });
});
