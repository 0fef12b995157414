import type { ServicesConfig } from "../config";
import type { RoleProblem } from "../emulator/roles";
import { AwsError } from "../protocol/aws-error";
import { jsonTargetService, type Service } from "../protocol/json-target";
import { tagList, tagsFrom, withoutTags } from "../state/tags";
import {
  AddTags,
  CreateFeatureGroup,
  DeleteFeatureGroup,
  DeleteTags,
  DescribeFeatureGroup,
  type GroupRequest,
  ListFeatureGroups,
  ListTags,
  UpdateFeatureGroup,
} from "./schemas";
import {
  type FeatureGroup,
  type FeatureStoreState,
  type GroupStore,
  groupName,
  groupOf,
  sageMakerOperation,
  validation,
} from "./state";

/** What creating and deleting a group does beyond its description. */
export interface GroupHooks {
  created(group: FeatureGroup): Promise<void>;
  deleted(name: string): Promise<void>;
}

/** Where the offline store lies: https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-offline.html */
function offlineStore(
  request: GroupRequest,
  config: ServicesConfig,
  createdAt: number,
): GroupRequest["OfflineStoreConfig"] {
  const offline = request.OfflineStoreConfig;
  if (!offline) return undefined;
  const name = request.FeatureGroupName;
  const id = Math.floor(createdAt);
  const root = offline.S3StorageConfig.S3Uri.replace(/\/$/, "");
  return {
    ...offline,
    S3StorageConfig: {
      ...offline.S3StorageConfig,
      ResolvedOutputS3Uri: `${root}/${config.accountId}/sagemaker/${config.region}/offline-store/${name}-${id}/data`,
    },
    ...(offline.DisableGlueTableCreation
      ? {}
      : {
          DataCatalogConfig: offline.DataCatalogConfig ?? {
            Catalog: "AwsDataCatalog",
            Database: "sagemaker_featurestore",
            TableName: `${name.toLowerCase().replaceAll("-", "_")}_${id}`,
          },
        }),
  };
}

function tagged(state: FeatureStoreState, arn: string) {
  const entry = Object.values(state.groups).find(({ group }) => group.FeatureGroupArn === arn);
  if (!entry) throw validation(`Resource ${arn} does not exist.`);
  return entry;
}

/** SageMaker's operations on feature groups. */
export function featureGroupService(
  store: GroupStore,
  config: ServicesConfig,
  roleProblem: RoleProblem,
  hooks: GroupHooks,
): Service {
  return jsonTargetService("sagemaker", "SageMaker", {
    CreateFeatureGroup: sageMakerOperation(CreateFeatureGroup, async (request) => {
      const { Tags, ...rest } = request;
      const name = request.FeatureGroupName;
      if (store.value.groups[name])
        throw new AwsError("ResourceInUse", `Resource Already Exists: FeatureGroup ${name}.`);
      if (request.OfflineStoreConfig && !request.RoleArn)
        throw validation("RoleArn is required with an OfflineStoreConfig.");
      const problem = request.RoleArn && (await roleProblem(request.RoleArn, "sagemaker.amazonaws.com"));
      if (problem) throw validation(problem);
      const now = Date.now() / 1000;
      const offline = offlineStore(request, config, now);
      const group: FeatureGroup = {
        ...rest,
        ...(offline ? { OfflineStoreConfig: offline, OfflineStoreStatus: { Status: "Active" } } : {}),
        ThroughputConfig: request.ThroughputConfig ?? { ThroughputMode: "OnDemand" },
        FeatureGroupArn: `arn:aws:sagemaker:${config.region}:${config.accountId}:feature-group/${name}`,
        CreationTime: now,
        LastModifiedTime: now,
        FeatureGroupStatus: "Created",
      };
      await hooks.created(group);
      return store.change((state) => {
        state.groups[name] = { group, tags: tagsFrom(Tags) };
        return { FeatureGroupArn: group.FeatureGroupArn };
      });
    }),
    DescribeFeatureGroup: sageMakerOperation(DescribeFeatureGroup, ({ FeatureGroupName }) =>
      groupOf(store.value, FeatureGroupName),
    ),
    ListFeatureGroups: sageMakerOperation(ListFeatureGroups, ({ NameContains = "" }) => ({
      FeatureGroupSummaries: Object.values(store.value.groups)
        .filter(({ group }) => group.FeatureGroupName.includes(NameContains))
        .map(({ group: { FeatureGroupName, FeatureGroupArn, CreationTime, FeatureGroupStatus } }) => ({
          FeatureGroupName,
          FeatureGroupArn,
          CreationTime,
          FeatureGroupStatus,
        })),
    })),
    UpdateFeatureGroup: sageMakerOperation(
      UpdateFeatureGroup,
      ({ FeatureGroupName, FeatureAdditions = [], OnlineStoreConfig, ThroughputConfig }) =>
        store.change((state) => {
          const group = groupOf(state, FeatureGroupName);
          for (const addition of FeatureAdditions) {
            if (group.FeatureDefinitions.some((f) => f.FeatureName === addition.FeatureName))
              throw validation(`Feature ${addition.FeatureName} exists already.`);
            group.FeatureDefinitions.push(addition);
          }
          if (OnlineStoreConfig) group.OnlineStoreConfig = { ...group.OnlineStoreConfig, ...OnlineStoreConfig };
          if (ThroughputConfig) group.ThroughputConfig = ThroughputConfig;
          group.LastModifiedTime = Date.now() / 1000;
          return { FeatureGroupArn: group.FeatureGroupArn };
        }),
    ),
    DeleteFeatureGroup: sageMakerOperation(DeleteFeatureGroup, async ({ FeatureGroupName }) => {
      const { FeatureGroupName: name } = groupOf(store.value, FeatureGroupName);
      await hooks.deleted(name);
      return store.change((state) => {
        delete state.groups[groupName(name)];
        return {};
      });
    }),
    ListTags: sageMakerOperation(ListTags, ({ ResourceArn }) => ({
      Tags: tagList(tagged(store.value, ResourceArn).tags),
    })),
    AddTags: sageMakerOperation(AddTags, ({ ResourceArn, Tags }) =>
      store.change((state) => {
        const entry = tagged(state, ResourceArn);
        Object.assign(entry.tags, tagsFrom(Tags));
        return { Tags: tagList(entry.tags) };
      }),
    ),
    DeleteTags: sageMakerOperation(DeleteTags, ({ ResourceArn, TagKeys }) =>
      store.change((state) => {
        const entry = tagged(state, ResourceArn);
        entry.tags = withoutTags(entry.tags, TagKeys);
        return {};
      }),
    ),
  });
}
