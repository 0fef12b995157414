import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A type of Terraform as JSON has it, such as `"string"` or `["list", "string"]`. */
export type SchemaType = string | readonly ["list" | "set" | "map", SchemaType] | readonly ["object", ObjectFields];
type ObjectFields = Readonly<Record<string, SchemaType>>;

export interface SchemaAttribute {
  readonly type: SchemaType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly deprecated?: boolean;
}

export interface SchemaBlock {
  readonly attributes?: Readonly<Record<string, SchemaAttribute>>;
  readonly blocks?: Readonly<Record<string, NestedBlock>>;
}

export interface NestedBlock extends SchemaBlock {
  readonly nesting: "single" | "list" | "set";
  readonly min_items?: number;
  readonly max_items?: number;
  readonly deprecated?: boolean;
}

type Types = Readonly<Record<string, SchemaBlock>>;

/** What one version of a provider says of the types in use: the whole of each, unlike {@link ../schema/provider-schema}. */
export interface FullTypes {
  /** The provider and its version, such as `hashicorp/aws 6.47.0`. */
  readonly provider: string;
  /** Where it was read. */
  readonly source: string;
  readonly resource: Types;
  readonly data: Types;
}

/** Where the recorded schema lies; `npm run provider-schema -- <folder>` makes it. */
export const SCHEMA_FILE = join(__dirname, "aws-6.json");

/** The newest schema of version 6 of the provider that was recorded; `source` in the file says where it is from. */
export const aws6 = (): FullTypes => JSON.parse(readFileSync(SCHEMA_FILE, "utf8"));
