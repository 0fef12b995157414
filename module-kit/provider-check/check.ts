import { checkBlock, type Findings, listOf } from "./arguments";
import { referencesIn, wrongReference } from "./reads";
import type { FullTypes, SchemaBlock } from "./schema";

type Json = Readonly<Record<string, unknown>>;

/**
 * Holds a Terraform configuration to a provider's schema: every block, argument and reference of the types that begin with `aws_`.
 * Unknown, missing, deprecated and computed arguments, types of values that are written out, nesting and numbers of blocks are found.
 * Defaults, forced replacement, the provider's own validation and differences in plans are not in a schema.
 *
 * @param where Names the configuration in the problems, such as `modules/bucket/main.tf`.
 * @param json The configuration as Terraform's JSON, or as hcl2json makes it of HCL.
 */
export function checkConfiguration(types: FullTypes, where: string, json: Json, found: Findings = none()): Findings {
  const { resource, data, ...others } = json;
  for (const [kind, elements, schemas] of [
    ["", resource, types.resource],
    ["data.", data, types.data],
  ] as const) {
    for (const [type, named] of Object.entries((elements ?? {}) as Json)) {
      for (const [name, bodies] of Object.entries(named as Json)) {
        const address = `${kind}${type}.${name}`;
        for (const body of listOf(bodies)) checkElement(types, schemas[type], where, address, body as Json, found);
      }
    }
  }
  for (const [section, value] of Object.entries(others)) checkReads(types, `${where}: ${section}`, value, found);
  return found;
}

export const none = (): Findings => ({ problems: [], blocks: 0, arguments: 0, reads: 0 });

function checkElement(
  types: FullTypes,
  schema: SchemaBlock | undefined,
  file: string,
  address: string,
  body: Json,
  found: Findings,
): void {
  const where = `${file}: ${address}`;
  if (schema) checkBlock(schema, body, where, found);
  else if (/^(data\.)?aws_/.test(address))
    found.problems.push(`${where}: the recorded schema lacks the type: npm run provider-schema -- --help`);
  checkReads(types, where, body, found, address);
}

function checkReads(types: FullTypes, where: string, json: unknown, found: Findings, self?: string): void {
  for (const reference of referencesIn(json, self)) {
    found.reads++;
    const wrong = wrongReference(types, reference);
    if (wrong) found.problems.push(`${where}: reads ${wrong}`);
  }
}
