import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BlockTree } from "../hcl/body";

/** What the kit needs to know about a resource or data source type. */
export interface TypeSchema {
  /** Its nested blocks; everything else in it is an argument. */
  readonly blocks: BlockTree;
  /** Text attributes that the provider computes; one within a nested block by its path, such as `rule.prefix`. */
  readonly computed: readonly string[];
}

/** The types that modules use, out of `terraform providers schema -json`. */
export interface ProviderSchema {
  /** Version of hashicorp/aws that the schema was read from. */
  readonly version: string;
  readonly resource: Readonly<Record<string, TypeSchema>>;
  readonly data: Readonly<Record<string, TypeSchema>>;
}

/** Where the committed, trimmed schema lies: the whole one has 13 MB. */
export const SCHEMA_FILE = join(__dirname, "aws.generated.json");

/** The committed schema. */
export const providerSchema = (): ProviderSchema => JSON.parse(readFileSync(SCHEMA_FILE, "utf8"));

/** @throws when no module used the type before. */
export function typeSchema(schema: ProviderSchema, kind: "resource" | "data", type: string): TypeSchema {
  const found = schema[kind][type];
  if (!found) throw new Error(`no schema of the ${kind} type ${type}: run "npm run modules -- --schema"`);
  return found;
}
