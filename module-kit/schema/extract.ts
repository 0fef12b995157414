import type { BlockTree } from "../hcl/body";
import type { ProviderSchema, TypeSchema } from "./provider-schema";

/** The part of `terraform providers schema -json` that is read here. */
interface Block {
  readonly attributes?: Readonly<Record<string, { readonly type?: unknown; readonly computed?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}
type Types = Readonly<Record<string, { readonly block: Block }>>;
export interface FullSchema {
  readonly provider_schemas: Readonly<Record<string, { resource_schemas?: Types; data_source_schemas?: Types }>>;
}

/** The types in use, as `data.aws_region` or `aws_vpc`. */
export type TypeName = string;

/** @throws when the provider lacks one of the types. */
export function extractSchema(full: FullSchema, version: string, types: readonly TypeName[]): ProviderSchema {
  const provider = Object.values(full.provider_schemas)[0] ?? {};
  const pick = (all: Types | undefined, names: readonly string[]) =>
    Object.fromEntries([...names].sort().map((name) => [name, trimmed(name, all?.[name]?.block)]));
  const isData = (type: string) => type.startsWith("data.");
  return {
    version,
    resource: pick(
      provider.resource_schemas,
      types.filter((type) => !isData(type)),
    ),
    data: pick(
      provider.data_source_schemas,
      types.filter(isData).map((type) => type.replace("data.", "")),
    ),
  };
}

function trimmed(name: string, block: Block | undefined): TypeSchema {
  if (!block) throw new Error(`the provider has no type ${name}`);
  return { blocks: blocksOf(block), computed: computedText(block).sort() };
}

function computedText({ attributes = {}, block_types = {} }: Block): string[] {
  const own = Object.entries(attributes).filter(([, { computed, type }]) => computed && type === "string");
  const nested = Object.entries(block_types).flatMap(([name, { block }]) =>
    computedText(block).map((attribute) => `${name}.${attribute}`),
  );
  return [...own.map(([attribute]) => attribute), ...nested];
}

const blocksOf = (block: Block): BlockTree =>
  Object.fromEntries(
    Object.entries(block.block_types ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, nested]) => [name, blocksOf(nested.block)]),
  );
