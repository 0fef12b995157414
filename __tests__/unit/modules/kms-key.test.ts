import { KmsKey } from "../../../modules/kms-key";
import { statement, synthesize } from "./support/synthesize";

const props = { name: "acme-dev-logs", description: "Log groups" };

describe("kms-key", () => {
  test("rotates, and can be rescued for 30 days", () => {
    const { resource } = synthesize((stack) => new KmsKey(stack, "key", props));
    expect(resource.aws_kms_key?.key).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 30 });
    expect(resource.aws_kms_alias?.key_alias?.name).toBe("alias/acme-dev-logs");
  });

  test("leaves access to IAM unless a service is named", () => {
    const stack = synthesize((scope) => new KmsKey(scope, "key", props));
    expect(stack.data.aws_iam_policy_document?.key_policy?.statement).toHaveLength(1);
    expect(statement(stack, "key_policy", "AccountDecidesByIam").principals[0].identifiers).toEqual([
      expect.stringMatching(/^arn:.*:iam::.*:root$/),
    ]);
  });

  test("lets CloudWatch Logs use it for log groups of this account and region only", () => {
    const stack = synthesize((scope) => new KmsKey(scope, "key", { ...props, cloudwatchLogs: true }));
    const logs = statement(stack, "key_policy", "CloudwatchLogs");
    expect(logs.principals).toEqual([
      { type: "Service", identifiers: [expect.stringMatching(/^logs\..*current_region.*\.amazonaws\.com$/)] },
    ]);
    expect(logs.condition).toEqual([
      {
        test: "ArnLike",
        variable: "kms:EncryptionContext:aws:logs:arn",
        values: [expect.stringMatching(/:logs:.*current_region.*:.*account_id.*:log-group:\*$/)],
      },
    ]);
  });

  const alarms = { service: "cloudwatch.amazonaws.com" };
  const ofThisAccount = {
    test: "StringEquals",
    variable: "aws:SourceAccount",
    values: [expect.stringContaining("account_id")],
  };

  test("lets a named service use it on behalf of this account only", () => {
    const stack = synthesize((scope) => new KmsKey(scope, "key", { ...props, servicePrincipals: { Alarms: alarms } }));
    const { actions, condition } = statement(stack, "key_policy", "Alarms");
    expect(actions).toEqual(["kms:Decrypt", "kms:GenerateDataKey*"]);
    expect(condition).toEqual([ofThisAccount]);
  });

  test("and of named resources only, where they are named", () => {
    const sourceArns = ["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*"];
    const servicePrincipals = { Alarms: { ...alarms, sourceArns } };
    const stack = synthesize((scope) => new KmsKey(scope, "key", { ...props, servicePrincipals }));
    expect(statement(stack, "key_policy", "Alarms").condition).toEqual([
      ofThisAccount,
      { test: "ArnLike", variable: "aws:SourceArn", values: sourceArns },
    ]);
  });

  test.each(["arn:*", "arn:aws:cloudwatch:*"])("refuses the pattern %s, which matches no ARN", (pattern) => {
    const servicePrincipals = { Alarms: { ...alarms, sourceArns: [pattern] } };
    expect(() => synthesize((scope) => new KmsKey(scope, "key", { ...props, servicePrincipals }))).toThrow(
      /servicePrincipals.*pattern of its six parts/s,
    );
  });

  test("refuses a service that is not an AWS principal", () => {
    expect(() =>
      synthesize((scope) => new KmsKey(scope, "key", { ...props, servicePrincipals: { Any: { service: "*" } } })),
    ).toThrow(/servicePrincipals/);
  });
});
