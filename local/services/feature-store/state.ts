import { AwsError } from "../protocol/aws-error";
import { operationsOf } from "../protocol/operation";
import type { Store } from "../state/store";
import type { Tags } from "../state/tags";
import type { GroupRequest } from "./schemas";

/** A feature group as described. */
export type FeatureGroup = Omit<GroupRequest, "Tags"> & {
  readonly FeatureGroupArn: string;
  readonly CreationTime: number;
  LastModifiedTime: number;
  readonly FeatureGroupStatus: "Created";
  readonly OfflineStoreStatus?: { readonly Status: "Active" };
};

export interface FeatureStoreState {
  groups: Record<string, { group: FeatureGroup; tags: Tags }>;
}
export type GroupStore = Store<FeatureStoreState>;

export const EMPTY_FEATURE_STORE: FeatureStoreState = { groups: {} };

/** The name in a name or ARN. */
export function groupName(reference: string): string {
  return reference.split("/").at(-1) ?? reference;
}

/** Finds a group; the control plane and the runtime spell the status differently. */
export function groupOf(state: Readonly<FeatureStoreState>, reference: string, status = 400): FeatureGroup {
  const entry = state.groups[groupName(reference)];
  if (!entry)
    throw new AwsError("ResourceNotFound", `Resource Not Found: Feature group ${reference} does not exist.`, status);
  return entry.group;
}

export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

/** The runtime's own name of a wrong input's error. */
export function runtimeValidation(message: string): AwsError {
  return new AwsError("ValidationError", message);
}

/** Builds SageMaker operations. */
export const sageMakerOperation = operationsOf((problems) => validation(problems));
/** Builds operations of the feature store runtime. */
export const runtimeOperation = operationsOf((problems) => runtimeValidation(problems));
