import { FeatureRecord } from "../../contracts/feature-record";

/** Names of all features, in the contract's order. */
export const featureNames: readonly string[] = Object.keys(FeatureRecord.shape);
