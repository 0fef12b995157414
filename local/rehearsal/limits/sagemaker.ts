import type { Structure } from "../models/shape";
import { type Limit, listOf, textOf, unless } from "./limit";

const GROUPS = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateFeatureGroup.html";
const RESERVED = ["is_deleted", "write_time", "api_invocation_time"];
const OF = ["sagemaker:CreateFeatureGroup"];

const features = (parameters: Structure) =>
  listOf(parameters, "FeatureDefinitions").map(
    (feature) => [textOf(feature, "FeatureName"), textOf(feature, "FeatureType")] as const,
  );

export const sagemaker: readonly Limit[] = [
  {
    rule: "names of features differ, and are none of the store's own",
    source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FeatureDefinition.html",
    of: OF,
    problems: (parameters) => {
      const names = features(parameters).map(([name]) => name);
      return names.filter((name, index) => names.indexOf(name) !== index || RESERVED.includes(name));
    },
  },
  {
    rule: "the record's identifier and the event's time are features, the latter a String or Fractional",
    source: GROUPS,
    of: OF,
    problems: (parameters) => {
      const types = new Map(features(parameters));
      const time = types.get(textOf(parameters, "EventTimeFeatureName")) ?? "";
      return unless(
        types.has(textOf(parameters, "RecordIdentifierFeatureName")) && ["String", "Fractional"].includes(time),
        time,
      );
    },
  },
];
