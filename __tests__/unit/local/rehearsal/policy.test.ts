import { loadEnvironment } from "../../../../envs/load";
import { uncovered } from "../../../../local/rehearsal/permissions/coverage";
import type { Need } from "../../../../local/rehearsal/permissions/need";
import { actionsIn, policyFor } from "../../../../local/rehearsal/permissions/policy";

const dev = loadEnvironment("dev");
const account = dev.account;
const need = (action: string, resource: string, context?: Need["context"]): Need => ({
  action,
  resource,
  context,
  because: "test",
});
const role = (name: string) => `arn:aws:iam::${account}:role/market-data-dev-${name}`;
const pass = (name: string, service: string) => need("iam:PassRole", role(name), { "iam:PassedToService": service });

test("names are open after the environment's prefix, and ids within the account", () => {
  const needs = [
    need("iam:CreateRole", role("a")),
    need("iam:DeleteRole", role("b")),
    need("kms:DescribeKey", `arn:aws:kms:us-east-1:${account}:key/*`),
  ];
  expect(policyFor(needs, dev).Statement).toEqual([
    {
      Sid: "Own",
      Effect: "Allow",
      Action: ["iam:CreateRole", "iam:DeleteRole", "kms:DescribeKey"],
      Resource: [role("*"), `arn:aws:kms:us-east-1:${account}:key/*`],
    },
  ]);
});

test("a role is passed to the services that it was passed to", () => {
  const [statement, ...more] = policyFor(
    [pass("a", "lambda.amazonaws.com"), pass("b", "ec2.amazonaws.com")],
    dev,
  ).Statement;
  expect(more).toEqual([]);
  expect(statement).toMatchObject({
    Resource: [role("*")],
    Condition: { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "lambda.amazonaws.com"] } },
  });
});

test("who may write a lock may not write a state", async () => {
  const bucket = `arn:aws:s3:::market-data-dev-state-${account}`;
  const key = `${bucket}/market-data/dev/network.tfstate`;
  const policy = policyFor([need("s3:GetObject", key), need("s3:PutObject", `${key}.tflock`)], dev);
  const wanted = [need("s3:PutObject", `${key}.tflock`), need("s3:PutObject", key), need("s3:GetObject", key)];
  expect((await uncovered(wanted, policy, dev)).map(({ resource }) => resource)).toEqual([key]);
});

test("what is not allowed is found: another action, another environment's name, another service that a role is passed to", async () => {
  const policy = policyFor([need("iam:CreateRole", role("a")), pass("a", "lambda.amazonaws.com")], dev);
  expect(actionsIn(policy)).toBe(2);
  const wanted = [
    need("iam:CreateRole", role("z")),
    need("iam:DeleteRole", role("a")),
    need("iam:CreateRole", `arn:aws:iam::${account}:role/market-data-prod-a`),
    pass("a", "ec2.amazonaws.com"),
  ];
  expect(await uncovered(wanted, policy, dev)).toEqual(wanted.slice(1));
});
