import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FullTypes, NestedBlock, SchemaAttribute, SchemaBlock } from "./schema";

/** A block as `terraform providers schema -json` prints it. */
interface Printed {
  readonly attributes?: Readonly<Record<string, SchemaAttribute>>;
  readonly block_types?: Readonly<Record<string, PrintedNested>>;
  readonly deprecated?: boolean;
}
interface PrintedNested extends Omit<NestedBlock, "nesting" | "attributes" | "blocks"> {
  readonly nesting_mode: NestedBlock["nesting"];
  readonly block: Printed;
}

/** Where the schema of every version of the AWS provider is published. */
export const REPOSITORY = "https://github.com/lonegunmanb/terraform-aws-schema";

/**
 * Reads types from a checkout of {@link REPOSITORY}, which has the schema of each version of the provider, a file per type.
 *
 * @param types Such as `aws_vpc` and `data.aws_region`.
 * @throws when the checkout lacks one.
 */
export function readTypes(checkout: string, version: string, commit: string, types: readonly string[]): FullTypes {
  const read = (kind: "resource" | "data", names: readonly string[]) =>
    Object.fromEntries([...new Set(names)].sort().map((name) => [name, readType(checkout, kind, name)]));
  return {
    provider: `hashicorp/aws ${version}`,
    source: `${REPOSITORY}/tree/${commit} (MIT), the types that this project uses, without descriptions`,
    resource: read(
      "resource",
      types.filter((type) => !type.startsWith("data.")),
    ),
    data: read(
      "data",
      types.filter((type) => type.startsWith("data.")).map((type) => type.replace("data.", "")),
    ),
  };
}

function readType(checkout: string, kind: string, type: string): SchemaBlock {
  const name = type.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const text = readFileSync(join(checkout, "generated", kind, `${name}.go`), "utf8");
  const json = /`(\{[\s\S]*\})`/.exec(text)?.[1];
  if (!json) throw new Error(`${kind}/${name}.go holds no schema`);
  return block((JSON.parse(json) as { block: Printed }).block);
}

function block({ attributes, block_types: nested }: Printed): SchemaBlock {
  const own = Object.entries(attributes ?? {}).map(([name, { type, required, optional, computed, deprecated }]) => [
    name,
    { type, required, optional, computed, deprecated },
  ]);
  const inner = Object.entries(nested ?? {}).map(
    ([name, { nesting_mode: nesting, min_items, max_items, block: each }]) => [
      name,
      { ...block(each), nesting, min_items, max_items, deprecated: each.deprecated },
    ],
  );
  return {
    ...(own.length > 0 && { attributes: Object.fromEntries(own) }),
    ...(inner.length > 0 && { blocks: Object.fromEntries(inner) }),
  };
}

/** Writes a type per line, so that a change of the provider shows as a change of its line. */
export function writeTypes(file: string, { resource, data, ...head }: FullTypes): void {
  const section = (types: FullTypes["resource"]) =>
    Object.entries(types).map(([name, type]) => `  ${JSON.stringify(name)}: ${JSON.stringify(type)}`);
  const lines = Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  lines.push(` "resource": {\n${section(resource).join(",\n")}\n }`, ` "data": {\n${section(data).join(",\n")}\n }`);
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
}
