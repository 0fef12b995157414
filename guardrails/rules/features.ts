import { at, isSet, type Rule } from "../rule";

const GROUP = ["aws_sagemaker_feature_group"];

/** SageMaker Feature Store. */
export const featureRules: readonly Rule[] = [
  {
    id: "feature-group-online-key",
    types: GROUP,
    requirement: "must encrypt the online store with a KMS key of the project",
    check: ({ body }) => isSet(at(body, "online_store_config.security_config.kms_key_id")),
  },
  {
    id: "feature-group-offline-key",
    types: GROUP,
    requirement: "must encrypt the offline store with a KMS key of the project",
    check: ({ body }) => isSet(at(body, "offline_store_config.s3_storage_config.kms_key_id")),
  },
  {
    id: "feature-group-protected",
    types: GROUP,
    requirement: "must have prevent_destroy: a changed definition replaces the group and loses its data",
    check: ({ body }) => at(body, "lifecycle.prevent_destroy") === true,
  },
];
