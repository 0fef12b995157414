import { type Configuration, writtenConfigurations } from "../../../../module-kit/provider-check/configurations";

interface Settings {
  readonly required_version: string;
  readonly required_providers: readonly { readonly aws: { readonly version: string } }[];
}

let asked: readonly { readonly file: string; readonly terraform: string; readonly aws: string }[];

beforeAll(async () => {
  const files = await writtenConfigurations();
  asked = files.flatMap(({ file, json }: Configuration) =>
    ((json.terraform ?? []) as Settings[]).map(({ required_version: terraform, required_providers: [providers] }) => {
      return { file, terraform, aws: providers!.aws.version };
    }),
  );
});

/** Whether a version meets every part of a constraint: https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
const meets = (version: string, constraint: string): boolean =>
  constraint.split(",").every((part) => {
    const [operator, bound] = part.trim().split(" ");
    const order = compare(version, bound!);
    if (operator === ">=") return order >= 0;
    if (operator === "<") return order < 0;
    throw new Error(`no rule for "${part}"`);
  });

function compare(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(".").map(Number));
  const differing = [0, 1, 2].find((i) => (a![i] ?? 0) !== (b![i] ?? 0));
  return differing === undefined ? 0 : (a![differing] ?? 0) - (b![differing] ?? 0);
}

test("every module and example is in it", () => {
  // 23 modules with two examples each, and the whole pipeline.
  expect(asked.length).toBeGreaterThanOrEqual(70);
});

/** What terraform-aws-modules asks for: https://github.com/terraform-aws-modules/terraform-aws-msk-kafka-cluster/blob/master/versions.tf */
const COLLECTION = ">= 6.38";

test.each(["6.38.0", "6.47.0", "6.66.0", "7.0.0"])(
  "provider %s suits ours and a collection that needs version 6",
  (version) => {
    const unsuited = asked.filter(({ aws }) => !meets(version, `${aws}, ${COLLECTION}`));
    expect(unsuited).toEqual([]);
  },
);

test.each(["4.67.0", "5.99.1"])("provider %s is refused by each", (version) => {
  expect(asked.filter(({ aws }) => meets(version, aws))).toEqual([]);
});

test("provider 5.100 is the oldest that each takes", () => {
  expect(asked.filter(({ aws }) => !meets("5.100.0", aws))).toEqual([]);
});

test("Terraform and OpenTofu 1.10 are the oldest that each takes", () => {
  expect(asked.filter(({ terraform }) => !meets("1.10.0", terraform))).toEqual([]);
  expect(asked.filter(({ terraform }) => meets("1.9.8", terraform))).toEqual([]);
});
