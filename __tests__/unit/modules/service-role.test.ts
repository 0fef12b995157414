import { ServiceRole } from "../../../modules/service-role";
import { synthesize } from "./support/synthesize";

const props = { name: "acme-schedule", description: "Starts the producer", service: "scheduler.amazonaws.com" };
const build = (over: Partial<ConstructorParameters<typeof ServiceRole>[2]> = {}) =>
  synthesize((stack) => new ServiceRole(stack, "role", { ...props, ...over }));
const conditions = (stack: ReturnType<typeof build>) =>
  stack.data.aws_iam_policy_document?.role_trust.statement[0].condition;
const sameAccount = {
  test: "StringEquals",
  variable: "aws:SourceAccount",
  values: ["${data.aws_caller_identity.current.account_id}"],
};

describe("service-role", () => {
  test("is assumed by its service for this account only", () => {
    const stack = build();
    expect(stack.data.aws_iam_policy_document?.role_trust.statement[0].principals).toEqual([
      { type: "Service", identifiers: ["scheduler.amazonaws.com"] },
    ]);
    expect(conditions(stack)).toEqual([sameAccount]);
  });

  test("can be limited to the resources that the service acts for", () => {
    const arn = "arn:aws:scheduler:eu-west-1:111122223333:schedule/default/acme";
    expect(conditions(build({ sourceArns: [arn] }))).toEqual([
      sameAccount,
      { test: "ArnLike", variable: "aws:SourceArn", values: [arn] },
    ]);
  });

  test("is assumed under the conditions that its service meets", () => {
    const externalId = { ...sameAccount, variable: "sts:ExternalId" };
    expect(conditions(build({ sourceAccount: false }))).toEqual([]);
    expect(conditions(build({ sourceAccount: false, accountAsExternalId: true }))).toEqual([externalId]);
    expect(conditions(build({ accountAsExternalId: true }))).toEqual([externalId, sameAccount]);
  });

  test("makes managed policies of documents, never inline ones", () => {
    const { resource } = build({ policies: { invoke: "{}" } });
    expect(resource.aws_iam_policy?.role_own).toMatchObject({ for_each: { invoke: "{}" } });
    expect(resource.aws_iam_role_policy_attachment?.role_own_attached.policy_arn).toBe(
      "${aws_iam_policy.role_own[each.key].arn}",
    );
    expect(resource).not.toHaveProperty("aws_iam_role_policy");
  });

  test("refuses a principal that is not a service", () => {
    expect(() => build({ service: "arn:aws:iam::111122223333:root" })).toThrow(/service/);
  });
});
