import { App, TerraformOutput } from "cdktf";
import { isShared } from "../current";
import { expression } from "../hcl/expression";
import { snake } from "../names";
import { PlainStack } from "../plain-stack";
import type { AnyModule } from "../publish/elements";
import { inTerraformNames } from "../terraform-type";
import { variableSpecs } from "../variables";

/** One case of one module, to be planned in both forms. */
export interface Subject {
  readonly definition: AnyModule;
  readonly caseName: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The construct's id in the stack; the published module's addresses lack it. */
const ID = "it";

/** The name of the two modules of a case within the root, without the form. */
export const keyOf = ({ definition, caseName }: Subject): string => snake(`${definition.name}_${caseName}`);

/** What the construct becomes in a stack, as Terraform's JSON for a module without a provider of its own. */
export function stackJson({ definition, inputs }: Subject): Record<string, unknown> {
  const stack = new PlainStack(new App({ skipValidation: true }), "stack");
  const built = new definition.construct(stack, ID, inputs);
  for (const [name, output] of Object.entries(definition.outputs)) {
    new TerraformOutput(stack, `output-${name}`, { value: output.value(built) }).overrideLogicalId(snake(name));
  }
  stack.prepareStack();
  const { terraform: _, ...json } = JSON.parse(
    JSON.stringify(stack.toTerraform(), (key, value) => (key === "//" ? undefined : value)),
  ) as Record<string, unknown>;
  return json;
}

/** The call of the published module. */
export function moduleCall(subject: Subject, name: string, source: string): string {
  const rules = new Map(variableSpecs(subject.definition.inputs).map((spec) => [spec.input, spec]));
  const inputs = Object.entries(subject.inputs).map(([input, value]) => {
    const spec = rules.get(input);
    if (!spec) throw new Error(`${keyOf(subject)}: no input "${input}"`);
    return `  ${spec.name} = ${expression(inTerraformNames(value, spec.rules), "  ")}\n`;
  });
  return `module "${name}" {\n  source = "${source}"\n${inputs.join("")}}\n`;
}

/** Elements of a module's JSON as the published module addresses them, such as `data.aws_region.current`. */
export function elementsOf(json: Record<string, unknown>): string[] {
  const kinds = [
    ["resource", ""],
    ["data", "data."],
  ] as const;
  return kinds.flatMap(([kind, prefix]) =>
    Object.entries((json[kind] ?? {}) as Record<string, object>).flatMap(([type, byName]) =>
      Object.keys(byName).map((name) => fromStack(`${prefix}${type}.${name}`)),
    ),
  );
}

const inModule = (name: string) => (name === ID ? "this" : name.replace(new RegExp(`^${ID}_`), ""));

/** The stack's address of an element of the published module. */
export const inStack = (element: string): string =>
  isShared(element)
    ? element
    : element.replace(/\.(\w+)$/, (_, name: string) => `.${name === "this" ? ID : `${ID}_${name}`}`);

/** The published module's address of an instance in the stack. */
export const fromStack = (address: string): string =>
  address.replace(/^((?:data\.)?\w+)\.(\w+)/, (_, type: string, name: string) => `${type}.${inModule(name)}`);
