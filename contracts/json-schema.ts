import * as z from "zod";
import { DeadLetterHeaders } from "./dead-letter";
import { FeatureRecord } from "./feature-record";
import { StockAggregate } from "./stock-aggregate";
import { StockPrice } from "./stock-price";

/** The contracts by the name of the class that the Flink job and the snapshot know them by. */
export const CONTRACTS = { StockPrice, StockAggregate, FeatureRecord, DeadLetterHeaders } as const;

/** What is read of a JSON Schema here: the part that zod writes for the contracts. */
export interface ObjectSchema {
  title: string;
  type: "object";
  properties: Record<string, PropertySchema>;
  required: string[];
  additionalProperties?: unknown;
}
export interface PropertySchema {
  type: "string" | "number" | "integer";
  description?: string;
  pattern?: string;
  format?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** JSON Schema (2020-12) of a contract. */
export function jsonSchema(name: keyof typeof CONTRACTS): ObjectSchema {
  return { ...z.toJSONSchema(CONTRACTS[name]), title: name } as ObjectSchema;
}
