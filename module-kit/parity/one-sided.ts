import { readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluate } from "../../terraform-cli/evaluate";
import { type AnyModule, contentOf } from "../publish/elements";
import { variableSpecs } from "../variables";
import { keyOf, moduleCall, type Subject } from "./subject";
import { type Toggle, togglesOf } from "./toggles";

/** Anything but inputs and the elements at hand. */
const FOREIGN = /(?<![\w.])(?!var\.)[a-z_]\w*\.[a-z_]/;

/** What AWS has answered, which a postcondition looks at: no input decides it. */
const ANSWERED = /(?<![\w.])self\./;

/**
 * Conditions that hold in every case of a module, or in none, so that one side of them was never compared:
 * `<module>: <address>: <condition> is never <side>`.
 *
 * @param folderOf The folder of a published module.
 */
export function oneSidedToggles(subjects: readonly Subject[], folderOf: (subject: Subject) => string): string[] {
  const modules = new Map(subjects.map((subject) => [subject.definition.name, subject]));
  const toggles = new Map(
    [...modules].map(([name, { definition }]) => {
      const decided = togglesOf(contentOf(definition)).filter(({ condition }) => !ANSWERED.test(condition));
      return [name, [...decided, ...flagsOf(definition)]];
    }),
  );
  const files: Record<string, string> = {};
  for (const [name, subject] of modules) {
    files[`${name}/variables.tf`] = readFileSync(join(folderOf(subject), "variables.tf"), "utf8");
    files[`${name}/toggles.tf`] =
      `output "values" {\n  value = [${(toggles.get(name) ?? []).map(valuesOf).join(", ")}]\n}\n`;
  }
  const calls = subjects.map((subject) => {
    const key = keyOf(subject);
    const output = `output "${key}" {\n  value = module.${key}.values\n}\n`;
    return `${moduleCall(subject, key, `./${subject.definition.name}`)}\n${output}`;
  });
  const values = evaluate({ ...files, "main.tf": calls.join("\n") }) as Record<string, boolean[][]>;
  return [...toggles].flatMap(([name, all]) => {
    const cases = subjects
      .filter(({ definition }) => definition.name === name)
      .map((subject) => values[keyOf(subject)]);
    return all.flatMap((toggle, i) => {
      const seen = cases.flatMap((each) => each?.[i] ?? []);
      const missing = toggle.sides.filter((side) => !seen.includes(side));
      return missing.map((side) => `${name}: ${toggle.where}: ${toggle.condition} is never ${side}`);
    });
  });
}

/** Inputs that are true or false, whatever becomes of them: a constructor may have taken one for a known value. */
const flagsOf = ({ inputs }: AnyModule): Toggle[] =>
  variableSpecs(inputs)
    .filter(({ rules }) => rules.type === "boolean")
    .map(({ name }) => ({ where: "inputs", condition: `var.${name}`, loops: [], sides: [true, false] }));

/** The values of a condition in one case: one, or one for each element of the loops that it is about. */
function valuesOf({ where, condition, loops }: Toggle): string {
  const value = loops.reduceRight((inner, { iterator, over }) => {
    const named = inner.replace(new RegExp(`\\b${iterator}\\.(key|value)\\b`, "g"), `${iterator}_$1`);
    return named === inner ? inner : `flatten([for ${iterator}_key, ${iterator}_value in ${over} : ${named}])`;
  }, `[${condition}]`);
  if (FOREIGN.test(withoutElements(value)))
    throw new Error(
      `${where}: what "${condition}" is cannot be derived from the inputs alone, so no case can be held to it`,
    );
  return value;
}

/** Without strings, and without fields of loops' elements. */
const withoutElements = (code: string) => code.replace(/"[^"]*"/g, "").replace(/\b\w+_value\./g, "");
