import { NodeFunction } from "../../../modules/function";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof NodeFunction>[2];

const required: Props = {
  name: "acme-producer",
  description: "Sends prices",
  packageFile: "producer.zip",
  environmentKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/environment",
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
};
const build = (rest: Partial<Props> = {}) =>
  synthesize((stack) => new NodeFunction(stack, "fn", { ...required, ...rest }));
const fn = (rest?: Partial<Props>) => build(rest).resource.aws_lambda_function?.fn;
const sids = (rest?: Partial<Props>) =>
  build(rest).data.aws_iam_policy_document?.fn_execution?.statement.map((s: { sid: string }) => s.sid);

describe("function", () => {
  test("runs on arm64, traced, with an encrypted environment", () => {
    expect(fn({ environment: { TOPIC: "prices" } })).toMatchObject({
      function_name: "acme-producer",
      architectures: ["arm64"],
      runtime: "nodejs22.x",
      handler: "index.handler",
      tracing_config: { mode: "Active" },
      environment: { variables: { TOPIC: "prices" } },
      kms_key_arn: required.environmentKmsKeyArn,
      reserved_concurrent_executions: -1,
    });
  });

  test("is deployed when the content of its package changes", () => {
    expect(fn().source_code_hash).toBe('${filebase64sha256("producer.zip")}');
  });

  test("logs to its own group, with retention and a key", () => {
    const stack = build();
    expect(stack.resource.aws_cloudwatch_log_group?.fn_logs).toMatchObject({
      name: "/aws/lambda/acme-producer",
      retention_in_days: 30,
      kms_key_id: required.logKmsKeyArn,
    });
    expect(stack.resource.aws_lambda_function?.fn.logging_config).toEqual({
      log_format: "JSON",
      log_group: "${aws_cloudwatch_log_group.fn_logs.name}",
    });
    expect(statement(stack, "fn_execution", "WriteLogs").resources).toEqual([
      "${aws_cloudwatch_log_group.fn_logs.arn}:*",
    ]);
  });

  test("decrypts its environment only through Lambda", () => {
    expect(statement(build(), "fn_execution", "DecryptEnvironment")).toMatchObject({
      actions: ["kms:Decrypt"],
      resources: [required.environmentKmsKeyArn],
      condition: [{ test: "StringEquals", variable: "kms:ViaService" }],
    });
  });

  test("has no right to network interfaces outside a VPC", () => {
    expect(sids()).toEqual(["WriteLogs", "DecryptEnvironment", "Trace"]);
  });

  test("in a VPC Lambda may manage network interfaces, the function's code may not", () => {
    const rest = { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] };
    expect(fn(rest).vpc_config).toEqual({ subnet_ids: ["subnet-1", "subnet-2"], security_group_ids: ["sg-1"] });
    const stack = build(rest);
    const allowed = statement(stack, "fn_execution", "ManageNetworkInterfaces");
    const denied = statement(stack, "fn_execution", "NoNetworkInterfacesFromCode");
    expect(denied).toMatchObject({ effect: "Deny", actions: allowed.actions });
    expect(denied.condition[0]).toMatchObject({ test: "ArnEquals", variable: "lambda:SourceFunctionArn" });
    expect(denied.condition[0].values[0]).toMatch(/:function:acme-producer$/);
  });

  test("waits for its role's permissions, which a function in a VPC needs at creation", () => {
    expect(fn().depends_on).toEqual(
      expect.arrayContaining([expect.stringMatching(/^aws_iam_role_policy_attachment\.fn_role/)]),
    );
  });

  test("the role is for Lambda, on behalf of this account", () => {
    const trust = build().data.aws_iam_policy_document?.fn_role_trust?.statement[0];
    expect(trust.principals).toEqual([{ type: "Service", identifiers: ["lambda.amazonaws.com"] }]);
    expect(trust.condition[0].variable).toBe("aws:SourceAccount");
  });

  test.each<[keyof Props, unknown]>([
    ["memoryMib", 64],
    ["timeoutSeconds", 901],
    ["logRetentionDays", 31],
    ["runtime", "nodejs18.x"],
    ["name", "has spaces"],
    ["reservedConcurrency", -2],
  ])("refuses %s %p", (input, value) => {
    expect(() => build({ [input]: value })).toThrow(new RegExp(input));
  });
});
