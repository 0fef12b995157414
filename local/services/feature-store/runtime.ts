import type { Service } from "../protocol/json-target";
import { restJsonService } from "../protocol/rest-json";
import { BatchGetRecord, DeleteRecord, type FeatureRecord, GetRecord, PutRecord } from "./schemas";
import { type FeatureGroup, type GroupStore, groupOf, runtimeOperation, runtimeValidation } from "./state";
import type { FeatureStores } from "./stores";
import { checkRecord, eventTimeMs } from "./values";

const UNIT_MS = { Seconds: 1_000, Minutes: 60_000, Hours: 3_600_000, Days: 86_400_000, Weeks: 604_800_000 } as const;
type Ttl = { Unit: keyof typeof UNIT_MS; Value: number };
const NOT_FOUND = 404;

function featureValue(record: FeatureRecord, name: string): string {
  const value = record.find(({ FeatureName }) => FeatureName === name)?.ValueAsString;
  if (!value) throw runtimeValidation(`The record has no ${name}.`);
  return value;
}

function eventTime(group: FeatureGroup, text: string): number {
  const name = group.EventTimeFeatureName;
  const type = group.FeatureDefinitions.find(({ FeatureName }) => FeatureName === name)?.FeatureType ?? "String";
  const milliseconds = eventTimeMs(text, type);
  if (milliseconds === undefined)
    throw runtimeValidation(
      `${name} is "${text}"; it must be ${type === "String" ? "yyyy-MM-dd'T'HH:mm:ssZ" : "unix seconds"}.`,
    );
  return milliseconds;
}

function requireOnline(group: FeatureGroup): void {
  if (!group.OnlineStoreConfig?.EnableOnlineStore)
    throw runtimeValidation(`Feature group ${group.FeatureGroupName} has no online store.`);
}

const named = (record: FeatureRecord, names: readonly string[] | undefined) =>
  names?.length ? record.filter(({ FeatureName }) => names.includes(FeatureName)) : record;

/** The stores a call goes to: those it names, or all the group has. */
function targets(group: FeatureGroup, wanted: string | string[] | undefined): { online: boolean; offline: boolean } {
  const names = wanted === undefined ? undefined : [wanted].flat();
  const enabled = {
    OnlineStore: group.OnlineStoreConfig?.EnableOnlineStore ?? false,
    OfflineStore: group.OfflineStoreConfig !== undefined,
  };
  for (const name of names ?? [])
    if (!enabled[name as keyof typeof enabled])
      throw runtimeValidation(`Feature group ${group.FeatureGroupName} has no ${name}.`);
  return {
    online: enabled.OnlineStore && (names?.includes("OnlineStore") ?? true),
    offline: enabled.OfflineStore && (names?.includes("OfflineStore") ?? true),
  };
}

/** Feature Store's runtime (https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Feature_Store_Runtime.html). */
export function featureStoreRuntime(groups: GroupStore, stores: FeatureStores): Service {
  return restJsonService("sagemaker-featurestore-runtime", {
    "PUT /FeatureGroup/{FeatureGroupName}": runtimeOperation(
      PutRecord,
      ({ FeatureGroupName, Record, TargetStores, TtlDuration }) => {
        const group = groupOf(groups.value, FeatureGroupName, NOT_FOUND);
        checkRecord(group.FeatureDefinitions, Record);
        const id = featureValue(Record, group.RecordIdentifierFeatureName);
        const at = eventTime(group, featureValue(Record, group.EventTimeFeatureName));
        const target = targets(group, TargetStores);
        const { online, offline } = stores.of(group.FeatureGroupName);
        const ttl: Ttl | undefined = TtlDuration ?? group.OnlineStoreConfig?.TtlDuration;
        // Offline first: if the second write fails, the retry's duplicate is offline, where readers expect duplicates.
        if (target.offline)
          offline.append({ record: Record, eventTimeMs: at, invokedAtMs: Date.now(), isDeleted: false });
        if (target.online) online.put(id, at, Record, ttl && at + ttl.Value * UNIT_MS[ttl.Unit]);
        return {};
      },
    ),
    "GET /FeatureGroup/{FeatureGroupName}": runtimeOperation(GetRecord, (request) => {
      const group = groupOf(groups.value, request.FeatureGroupName, NOT_FOUND);
      requireOnline(group);
      const record = stores.of(group.FeatureGroupName).online.get(request.RecordIdentifierValueAsString);
      return record ? { Record: named(record, [request.FeatureName ?? []].flat()) } : {};
    }),
    "DELETE /FeatureGroup/{FeatureGroupName}": runtimeOperation(DeleteRecord, (request) => {
      const group = groupOf(groups.value, request.FeatureGroupName, NOT_FOUND);
      const at = eventTime(group, request.EventTime);
      const target = targets(group, request.TargetStores);
      const { online, offline } = stores.of(group.FeatureGroupName);
      const id = request.RecordIdentifierValueAsString;
      if (target.offline) {
        const record = [
          { FeatureName: group.RecordIdentifierFeatureName, ValueAsString: id },
          { FeatureName: group.EventTimeFeatureName, ValueAsString: request.EventTime },
        ];
        offline.append({ record, eventTimeMs: at, invokedAtMs: Date.now(), isDeleted: true });
      }
      if (target.online) online.delete(id, at, request.DeletionMode === "HardDelete");
      return {};
    }),
    "POST /BatchGetRecord": runtimeOperation(BatchGetRecord, ({ Identifiers }) => ({
      Records: Identifiers.flatMap(({ FeatureGroupName, RecordIdentifiersValueAsString, FeatureNames }) => {
        const group = groupOf(groups.value, FeatureGroupName, NOT_FOUND);
        requireOnline(group);
        const { online } = stores.of(group.FeatureGroupName);
        return RecordIdentifiersValueAsString.flatMap((id) => {
          const record = online.get(id);
          return record
            ? [{ FeatureGroupName, RecordIdentifierValueAsString: id, Record: named(record, FeatureNames) }]
            : [];
        });
      }),
      Errors: [],
      UnprocessedIdentifiers: [],
    })),
  });
}
