import { App, TerraformDataSource, TerraformElement, TerraformOutput, TerraformResource } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type * as z from "zod";
import { isShared } from "../current";
import { commentOf, type ModuleDefinition } from "../module";
import type { Move } from "../moved";
import { snake } from "../names";
import { PlainStack } from "../plain-stack";
import { variableProps } from "../variables";

type Fields = Readonly<Record<string, unknown>>;

/** Any module: what it takes and builds is its own affair. */
// biome-ignore lint/suspicious/noExplicitAny: a definition is invariant in its construct, so no narrower type holds them all
export type AnyModule = ModuleDefinition<any, any>;

/** A resource or data source of a module, as Terraform's JSON with marks for dynamic blocks. */
export interface ModuleElement {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  readonly fields: Fields;
  readonly comment: string | undefined;
}

/** What a module consists of once its inputs are variables. */
export interface ModuleContent {
  /** Data sources that the whole module shares, then the rest in the order in which the construct made it. */
  readonly elements: readonly ModuleElement[];
  readonly locals: Fields;
  /** The expression of each output, by its Terraform name. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** from earlier addresses to present ones. */
  readonly moves: readonly Move[];
}

class ModuleStack extends PlainStack {
  constructor(definition: AnyModule) {
    super(new App({ skipValidation: true }), definition.name);
    const Construct: new (scope: IConstruct, id: string, props: object) => Construct = definition.construct;
    const built = new Construct(this, "this", variableProps(this, definition.inputs as z.ZodObject));
    for (const [name, { value }] of Object.entries(definition.outputs)) {
      new TerraformOutput(this, `output-${name}`, { value: value(built) }).overrideLogicalId(snake(name));
    }
  }
}

type Json = Readonly<Record<string, Readonly<Record<string, Fields>>>> & { readonly moved?: readonly Move[] };

const IN_A_MODULE = ["//", "terraform", "variable", "resource", "data", "locals", "output", "moved"];

/**
 * Builds a module's construct over variables.
 *
 * @throws when it holds something that only a root may have, such as a provider.
 */
export function contentOf(definition: AnyModule): ModuleContent {
  const stack = new ModuleStack(definition);
  stack.prepareStack();
  const json = stack.toMarkedTerraform() as Json;
  const foreign = Object.keys(json).filter((key) => !IN_A_MODULE.includes(key));
  if (foreign.length > 0) throw new Error(`${definition.name}: a module must not have its own ${foreign.join(", ")}`);
  const all = stack.node.findAll().flatMap((node) => elementOf(node, json));
  const elements = [...all.filter(isSharedElement), ...all.filter((element) => !isSharedElement(element))];
  const moves = json.moved ?? [];
  return { elements, locals: json.locals ?? {}, outputs: outputsOf(json.output ?? {}), moves };
}

function elementOf(node: IConstruct, json: Json): ModuleElement[] {
  const isResource = TerraformResource.isTerraformResource(node);
  if (!isResource && !TerraformDataSource.isTerraformDataSource(node)) return [];
  const element = node as TerraformResource | TerraformDataSource;
  if (!TerraformElement.isTerraformElement(element)) return [];
  const kind = isResource ? "resource" : "data";
  const { terraformResourceType: type, friendlyUniqueId: name } = element;
  const fields = json[kind]?.[type]?.[name] as Fields;
  return [{ kind, type, name, fields, comment: commentOf(element) }];
}

const outputsOf = (outputs: Readonly<Record<string, Fields>>) =>
  Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, output.value]));

const isSharedElement = (element: ModuleElement) => isShared(addressOf(element));

/** `aws_vpc.this` or `data.aws_region.current`. */
export const addressOf = ({ kind, type, name }: ModuleElement): string =>
  kind === "data" ? `data.${type}.${name}` : `${type}.${name}`;
