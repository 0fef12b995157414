import { Model } from "../../../guardrails/model";
import { findings } from "../../../guardrails/rule";
import { RULES } from "../../../guardrails/rules/all";
import type { Case, Cases } from "./cases/case";
import { dataCases } from "./cases/data";
import { functionCases } from "./cases/functions";
import { iamCases } from "./cases/iam";
import { kafkaCases } from "./cases/kafka";
import { networkCases } from "./cases/network";
import { operationCases } from "./cases/operations";
import { storageCases } from "./cases/storage";

const CASES: Cases = {
  ...dataCases,
  ...functionCases,
  ...iamCases,
  ...kafkaCases,
  ...networkCases,
  ...operationCases,
  ...storageCases,
};

const found = (id: string, json: Case["good"][number]) =>
  findings(
    RULES.filter((rule) => rule.id === id),
    new Model({ "dev-it": json }),
  );

test("every rule has an id of its own and cases", () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual(Object.keys(CASES).sort());
});

describe.each(Object.entries(CASES))("%s", (id, { good, bad }) => {
  test.each(good.map((json, index) => [index + 1, json] as const))("passes good stack %i", (_, json) => {
    expect(found(id, json)).toEqual([]);
  });

  test.each(bad.map((json, index) => [index + 1, json] as const))("finds bad stack %i", (_, json) => {
    const [finding] = found(id, json);
    expect(finding).toMatchObject({ rule: id, stack: "dev-it" });
    expect(finding?.message).toContain("must");
  });
});
