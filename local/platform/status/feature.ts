import { GetRecordCommand, SageMakerFeatureStoreRuntimeClient } from "@aws-sdk/client-sagemaker-featurestore-runtime";
import { EVENT_TIME } from "../../../contracts/feature-record";
import type { Endpoints } from "../endpoints";
import { ACCESS_KEY, SECRET_KEY } from "../laptop";

export interface NewestFeature {
  readonly ticker: string;
  /** Unix seconds. */
  readonly eventTime: number;
}

/** The youngest record of the online store among those of the given tickers. */
export async function newestFeature(
  { aws, feature_store }: Endpoints,
  tickers: readonly string[],
): Promise<NewestFeature | undefined> {
  const client = new SageMakerFeatureStoreRuntimeClient({
    endpoint: feature_store.endpoint_url,
    region: aws.region,
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY },
  });
  try {
    const found = await Promise.all(tickers.map((ticker) => eventTime(client, feature_store.feature_group, ticker)));
    return found
      .flatMap((time, index) => (time === undefined ? [] : [{ ticker: tickers[index]!, eventTime: time }]))
      .sort((a, b) => b.eventTime - a.eventTime)[0];
  } finally {
    client.destroy();
  }
}

async function eventTime(
  client: SageMakerFeatureStoreRuntimeClient,
  group: string,
  ticker: string,
): Promise<number | undefined> {
  const answer = await client.send(
    new GetRecordCommand({ FeatureGroupName: group, RecordIdentifierValueAsString: ticker }),
  );
  const feature = answer.Record?.find(({ FeatureName }) => FeatureName === EVENT_TIME);
  return feature ? Number(feature.ValueAsString) : undefined;
}
