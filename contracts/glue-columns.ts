import { jsonSchema, type PropertySchema } from "./json-schema";

/** A column of the lake's table. */
export interface GlueColumn {
  readonly name: string;
  readonly type: "string" | "double" | "bigint";
  readonly comment: string;
}

const TYPES = { string: "string", number: "double", integer: "bigint" } as const satisfies Record<
  PropertySchema["type"],
  GlueColumn["type"]
>;

/** Columns of the aggregates' table, in the contract's order (https://docs.aws.amazon.com/athena/latest/ug/data-types.html). */
export function glueColumns(): GlueColumn[] {
  return Object.entries(jsonSchema("StockAggregate").properties).map(([name, { type, description = "" }]) => ({
    name,
    type: TYPES[type],
    comment: description,
  }));
}
