import { Notifications } from "../../../modules/notifications";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof Notifications>[2];

const kmsKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/alarms";
const build = (rest: Partial<Props> = {}) =>
  synthesize((stack) => new Notifications(stack, "recipients", { name: "acme-alarms", kmsKeyArn, ...rest }));

describe("notifications", () => {
  test("the topic is encrypted", () => {
    expect(build().resource.aws_sns_topic?.recipients.kms_master_key_id).toBe(kmsKeyArn);
  });

  test("alarms of this account publish to it", () => {
    expect(statement(build(), "recipients_access", "AlarmsOfThisAccount")).toMatchObject({
      actions: ["sns:Publish"],
      principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
      condition: [{ test: "StringEquals", variable: "aws:SourceAccount" }],
    });
  });

  test("nobody publishes without TLS", () => {
    expect(statement(build(), "recipients_access", "TlsOnly")).toMatchObject({
      effect: "Deny",
      condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
    });
  });

  test("notifies each address once", () => {
    const subscription = build({ subscriptions: ["ops@example.com"] }).resource.aws_sns_topic_subscription
      ?.recipients_email;
    expect(subscription).toMatchObject({ protocol: "email", endpoint: "${each.value}" });
    expect(JSON.stringify(subscription.for_each)).toContain("ops@example.com");
  });

  test("refuses what is no address", () => {
    expect(() => build({ subscriptions: ["ops"] })).toThrow(/subscriptions/);
  });
});
