import type { NestedBlock, SchemaAttribute, SchemaBlock } from "./schema";
import { wrongType } from "./value-type";

type Json = Readonly<Record<string, unknown>>;

/** How much was compared with the schema, and what does not agree with it. */
export interface Findings {
  readonly problems: string[];
  blocks: number;
  arguments: number;
  reads: number;
}

/** What Terraform itself takes in every resource and data source. */
export const META = ["//", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner", "connection"];

/**
 * Holds the arguments of a block, and the blocks within, to the schema.
 *
 * @param where Names the module and the block, for the problems.
 * @param meta Arguments that Terraform takes here beyond the schema's.
 */
export function checkBlock(schema: SchemaBlock, body: Json, where: string, found: Findings, meta = META): void {
  found.blocks++;
  const { dynamic, ...rest } = body;
  const given = Object.entries(rest).filter(([name]) => !meta.includes(name));
  const dynamics = Object.entries((dynamic ?? {}) as Json).map(([name, blocks]) => [name, listOf(blocks)] as const);
  for (const [name, value] of given) {
    const [attribute, block] = [schema.attributes?.[name], schema.blocks?.[name]];
    if (attribute) checkAttribute(attribute, value, `${where}: ${name}`, found);
    else if (block) checkNested(block, name, listOf(value), where, found);
    else found.problems.push(`${where}: ${name}: the provider has no such argument or block`);
  }
  for (const [name, blocks] of dynamics) checkDynamic(schema.blocks?.[name], name, blocks, where, found);
  const names = new Set([...given, ...dynamics].map(([name]) => name));
  checkRequired(schema, names, where, found);
  checkIgnored(schema, body.lifecycle, where, found);
}

function checkAttribute(attribute: SchemaAttribute, value: unknown, where: string, found: Findings): void {
  // What is null is left out.
  if (value === null) return;
  found.arguments++;
  if (!attribute.required && !attribute.optional) found.problems.push(`${where}: the provider computes it`);
  if (attribute.deprecated) found.problems.push(`${where}: is deprecated`);
  const wrong = wrongType(attribute.type, value);
  if (wrong) found.problems.push(`${where}: ${wrong}`);
}

function checkNested(
  block: NestedBlock,
  name: string,
  given: readonly unknown[],
  where: string,
  found: Findings,
): void {
  const path = `${where}: ${name}`;
  if (block.deprecated) found.problems.push(`${path}: is deprecated`);
  const most = block.nesting === "single" ? 1 : block.max_items;
  if (most && given.length > most) found.problems.push(`${path}: ${given.length} blocks, where ${most} may stand`);
  for (const each of given) {
    if (typeof each === "object" && each !== null) checkBlock(block, each as Json, path, found, ["//"]);
    else found.problems.push(`${path}: is a block, not an argument`);
  }
}

function checkDynamic(
  block: NestedBlock | undefined,
  name: string,
  given: readonly unknown[],
  where: string,
  found: Findings,
): void {
  if (!block) {
    found.problems.push(`${where}: ${name}: the provider has no such block`);
    return;
  }
  // How many there will be is for Terraform to see.
  for (const each of given) checkNested(block, name, listOf((each as { content?: unknown }).content), where, found);
}

function checkRequired(schema: SchemaBlock, names: ReadonlySet<string>, where: string, found: Findings): void {
  const attributes = Object.entries(schema.attributes ?? {}).filter(([, { required }]) => required);
  const blocks = Object.entries(schema.blocks ?? {}).filter(([, { min_items: fewest }]) => fewest);
  for (const [name] of [...attributes, ...blocks]) {
    if (!names.has(name)) found.problems.push(`${where}: ${name}: is required and missing`);
  }
}

/** `ignore_changes` names arguments too, bare or as references. */
function checkIgnored(schema: SchemaBlock, lifecycle: unknown, where: string, found: Findings): void {
  const names = listOf(lifecycle).flatMap((each) => listOf((each as Json | null)?.ignore_changes));
  for (const path of names.map((name) => String(name).replace(/^\$\{(.*)\}$/, "$1"))) {
    const root = /^\w+/.exec(path)?.[0] ?? path;
    if (root !== "all" && !schema.attributes?.[root] && !schema.blocks?.[root])
      found.problems.push(`${where}: ignore_changes: ${root}: the provider has no such argument or block`);
  }
}

export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};
