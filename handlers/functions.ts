import { checkFeatureStore } from "./check-feature-store/function";
import { consumer } from "./consumer/function";
import { createTopics } from "./create-topics/function";
import { featureStore } from "./feature-store/function";
import { producer } from "./producer/function";
import { replay } from "./replay/function";
import type { FunctionDefinition, VariablesOf } from "./shared/function";

/** The functions, by the name of their folder. A new one is its folder, a line here, and what the stack grants it. */
export const FUNCTIONS = {
  producer,
  consumer,
  "create-topics": createTopics,
  "feature-store": featureStore,
  "check-feature-store": checkFeatureStore,
  replay,
} as const satisfies Record<string, FunctionDefinition>;

export type FunctionName = keyof typeof FUNCTIONS;
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

/** Functions that EventBridge Scheduler may invoke. */
export type ScheduledFunction = {
  [Name in FunctionName]: (typeof FUNCTIONS)[Name] extends { readonly schedule: object } ? Name : never;
}[FunctionName];

/** Environment variables of a function. */
export type Variables<Name extends FunctionName> = VariablesOf<(typeof FUNCTIONS)[Name]>;

/** Metrics that a function publishes in addition to those of every function. */
export type MetricOf<Name extends FunctionName> = keyof (typeof FUNCTIONS)[Name]["metrics"] & string;

/** A function's definition, for code that treats all alike. */
export const definitionOf = (name: FunctionName): FunctionDefinition => FUNCTIONS[name];
