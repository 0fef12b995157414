import * as fc from "fast-check";
import { emulatorRuntime } from "../../../local/platform/install/emulator-runtime";
import { judge } from "../../../local/rehearsal/models/judge";
import { Models, modelsFolder } from "../../../local/rehearsal/models/load";
import type { ServiceModel } from "../../../local/rehearsal/models/service-model";
import type { ShapeRef } from "../../../local/rehearsal/models/shape";
import { discoverModules } from "../../../module-kit/publish/discover";
import { rulesOf } from "../../../module-kit/rules";
import { findPython } from "../../../toolchain/python";
import { leaves } from "./limits/leaves";
import { MEMBERS } from "./limits/members";
import type { Ends, Member } from "./limits/paths";
import { values } from "./limits/values";

const RUNS = 200;

/** Switches have no limits, ARNs and tags are shared by all modules. */
const isCompared = ([path, { type }]: readonly [string, { type?: unknown }]): boolean =>
  type !== "boolean" && !/Arns?(\[#\]|\[\]|\{\})?$/.test(path) && !/^tags(\{|$)/.test(path);

const inputs = discoverModules().map(({ name, inputs }) => ({
  name,
  leaves: leaves(rulesOf(inputs)).filter(isCompared),
}));
const membersOf = (ends: Ends): readonly Member[] => (typeof ends === "string" ? [] : [ends].flat());
const compared = inputs.flatMap(({ name, leaves }) =>
  leaves.flatMap(([path, rules]) =>
    membersOf(MEMBERS[name]?.[path] ?? "").map((member) => ({ module: name, path, rules, ...member })),
  ),
);

let models: Models;
beforeAll(async () => {
  models = new Models(modelsFolder(await emulatorRuntime(findPython())));
});

test.each(inputs)("$name: it is written where each input ends", ({ name, leaves }) => {
  expect(Object.keys(MEMBERS[name] ?? {}).sort()).toEqual(leaves.map(([path]) => path).sort());
});

test.each(compared)("$module takes no $path that $at does not", ({ rules, at, as }) => {
  const [service, operation, path] = at.split(":") as [string, string, string];
  const model = models.of(service);
  const member = memberAt(model, operation, path);
  fc.assert(
    fc.property(values(rules), (value) => {
      const sent = rules.type === "array" ? Array(value as number).fill("x".repeat(8)) : as ? as(String(value)) : value;
      const findings: string[] = [];
      // Of a list only the length: what it holds is compared for itself.
      const own = rules.type === "array" ? /^length $/ : /./;
      judge(model, member, sent as never, "", (kind, where, detail) => {
        if (own.test(`${kind} ${where}`)) findings.push(detail);
      });
      expect(findings).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

/** @throws when the model has no such member */
function memberAt(model: ServiceModel, operation: string, path: string): ShapeRef {
  const steps = path.split(/\.|(?=\[\]|\{)/);
  const input: ShapeRef | undefined = model.operation(operation)?.input;
  const found = steps.reduce<ShapeRef | undefined>((ref, step) => {
    const shape = ref && model.shape(ref);
    if (step === "[]") return shape?.member;
    if (step === "{key}") return shape?.key;
    return step === "{}" ? shape?.value : shape?.members?.[step];
  }, input);
  if (!found) throw new Error(`${model.name}'s ${operation} has no ${path}`);
  return found;
}
