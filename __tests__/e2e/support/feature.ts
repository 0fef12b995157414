import { GetRecordCommand, SageMakerFeatureStoreRuntimeClient } from "@aws-sdk/client-sagemaker-featurestore-runtime";
import type { Endpoints } from "./laptop";

/** A ticker's newest feature record, by feature name; undefined where there is none. */
export async function feature(
  { feature_store, aws }: Endpoints,
  ticker: string,
): Promise<Record<string, string> | undefined> {
  const runtime = new SageMakerFeatureStoreRuntimeClient({
    endpoint: feature_store.endpoint_url,
    region: aws.region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  try {
    const { Record: record } = await runtime.send(
      new GetRecordCommand({ FeatureGroupName: feature_store.feature_group, RecordIdentifierValueAsString: ticker }),
    );
    return record && Object.fromEntries(record.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]));
  } finally {
    runtime.destroy();
  }
}
