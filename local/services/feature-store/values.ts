import type { FeatureDefinition, FeatureRecord } from "./schemas";
import { runtimeValidation } from "./state";

/** Feature Store's forms of a String event time (https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateFeatureGroup.html). */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const INTEGRAL = /^-?\d{1,19}$/;
const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);

/** Milliseconds of an event time, or undefined when it has neither of the forms. */
export function eventTimeMs(text: string, type: FeatureDefinition["FeatureType"]): number | undefined {
  if (type === "String") {
    const time = ISO_TIME.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
  }
  const seconds = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function fits({ FeatureType }: FeatureDefinition, text: string): boolean {
  if (FeatureType === "String") return true;
  if (FeatureType === "Fractional") return text.trim() !== "" && Number.isFinite(Number(text));
  return INTEGRAL.test(text) && BigInt(text) <= INT64_MAX && BigInt(text) >= INT64_MIN;
}

/**
 * Checks a record against a group's definitions.
 * @throws AwsError ValidationError, which names the feature.
 */
export function checkRecord(definitions: readonly FeatureDefinition[], record: FeatureRecord): void {
  const seen = new Set<string>();
  for (const { FeatureName, ValueAsString } of record) {
    const definition = definitions.find((candidate) => candidate.FeatureName === FeatureName);
    if (!definition) throw runtimeValidation(`Feature ${FeatureName} is not defined in the feature group.`);
    if (seen.has(FeatureName)) throw runtimeValidation(`Feature ${FeatureName} is there twice.`);
    seen.add(FeatureName);
    if (!fits(definition, ValueAsString))
      throw runtimeValidation(`Feature ${FeatureName} is "${ValueAsString}"; it must be ${definition.FeatureType}.`);
  }
}
