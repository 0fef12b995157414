import { jsonSchema, type PropertySchema } from "./json-schema";

/** A feature of the feature group. */
export interface FeatureDefinition {
  readonly name: string;
  readonly type: "String" | "Fractional" | "Integral";
}

const TYPES = { string: "String", number: "Fractional", integer: "Integral" } as const satisfies Record<
  PropertySchema["type"],
  FeatureDefinition["type"]
>;

/** Names that Feature Store keeps for itself (https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FeatureDefinition.html). */
const RESERVED = new Set(["is_deleted", "write_time", "api_invocation_time"]);

/** Definitions of the feature group, in the contract's order. */
export function featureDefinitions(): FeatureDefinition[] {
  return Object.entries(jsonSchema("FeatureRecord").properties).map(([name, { type }]) => {
    if (RESERVED.has(name))
      throw new Error(`contracts/feature-record.ts: "${name}" is a name that Feature Store reserves`);
    return { name, type: TYPES[type] };
  });
}
