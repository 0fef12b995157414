import { type TerraformStack, TerraformVariable, Token } from "cdktf";
import type * as z from "zod";
import { type Validation, validationsOf } from "./conditions";
import type { Props } from "./inputs";
import { snake } from "./names";
import { type Rules, rulesOf, withoutNull } from "./rules";
import { inTerraformNames, terraformType } from "./terraform-type";

/** A variable of a published module. */
export interface VariableSpec {
  /** The input's name in TypeScript. */
  readonly input: string;
  readonly name: string;
  readonly rules: Rules;
  readonly description: string;
  readonly required: boolean;
  /** Absent for a required variable; null for an optional one without a default. */
  readonly default?: unknown;
  readonly nullable: boolean;
  readonly sensitive: boolean;
  readonly validations: readonly Validation[];
}

/**
 * The variables that a module's inputs become.
 *
 * @throws on an input without a description, without a single Terraform type, or with a rule that Terraform cannot check.
 */
export function variableSpecs(inputs: z.ZodObject): VariableSpec[] {
  const all = rulesOf(inputs);
  return Object.entries(all.properties ?? {}).map(([input, raw]) => {
    const { rules, nullable: orNull } = withoutNull(raw);
    const name = snake(input);
    const required = all.required?.includes(input) ?? false;
    const nullable = orNull || (!required && rules.default === undefined);
    if (!rules.description) throw new Error(`${input}: say what the input is for with .describe()`);
    const fallback = rules.default === undefined ? null : inTerraformNames(rules.default, rules);
    return {
      input,
      name,
      rules,
      description: rules.description,
      required,
      ...(required ? {} : { default: fallback }),
      nullable,
      sensitive: rules.sensitive ?? false,
      validations: validationsOf(name, rules, nullable),
    };
  });
}

/** Props that stand for the variables of a published module. */
export function variableProps<S extends z.ZodObject>(stack: TerraformStack, inputs: S): Props<S> {
  const props: Record<string, unknown> = {};
  for (const { input, name, rules } of variableSpecs(inputs)) {
    const type = terraformType(rules);
    const variable = new TerraformVariable(stack, `variable-${name}`, { type });
    variable.overrideLogicalId(name);
    props[input] = tokenFor(variable, type);
  }
  return props as Props<S>;
}

function tokenFor(variable: TerraformVariable, type: string): unknown {
  switch (type) {
    case "string":
      return variable.stringValue;
    case "number":
      return variable.numberValue;
    case "list(string)":
    case "set(string)":
      return variable.listValue;
    case "map(string)":
      return withoutEntries(Token.asStringMap(variable.value), variable.friendlyUniqueId);
    default:
      return variable.value;
  }
}

/** A token for a map, which has no entries to read: TypeScript would take any name for one. */
const withoutEntries = (map: Record<string, string>, name: string): Record<string, string> =>
  new Proxy(map, {
    get(target, field) {
      if (typeof field === "symbol" || field in target || PROBES.includes(field)) return Reflect.get(target, field);
      throw new Error(
        `${name}.${field}: the entries of a map are not known when a module is published; write Fn.lookup`,
      );
    },
  });

/** What cdktf asks any object for, to tell what it is. */
const PROBES = ["resolve", "toJSON", "toTerraform", "creationStack", "length"];
