import {
  BatchGetRecordCommand,
  type BatchGetRecordCommandOutput,
  type BatchGetRecordIdentifier,
} from "@aws-sdk/client-sagemaker-featurestore-runtime";
import type { Deadline } from "../shared/deadline";
import { retry } from "../shared/retry";
import type { OnlineRecord } from "./online";

/** Identifiers that BatchGetRecord takes (https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_BatchGetRecord.html). */
const BATCH_SIZE = 100;

/** The part of the SDK's client that is used. */
export type OnlineStoreClient = {
  send(command: BatchGetRecordCommand): Promise<BatchGetRecordCommandOutput>;
};

class Unprocessed extends Error {}

/** Reads the online records of tickers; those without one are left out. */
export async function readOnlineRecords(
  client: OnlineStoreClient,
  featureGroup: string,
  tickers: readonly string[],
  deadline: Deadline,
  sleep?: (ms: number) => Promise<unknown>,
): Promise<Map<string, OnlineRecord>> {
  const found = new Map<string, OnlineRecord>();
  for (let start = 0; start < tickers.length; start += BATCH_SIZE) {
    let identifiers: BatchGetRecordIdentifier[] = [
      { FeatureGroupName: featureGroup, RecordIdentifiersValueAsString: tickers.slice(start, start + BATCH_SIZE) },
    ];
    const readBatch = async () => {
      const answer = await client.send(new BatchGetRecordCommand({ Identifiers: identifiers }));
      const [refused] = answer.Errors ?? [];
      if (refused)
        throw new Error(`Feature Store refused ${refused.RecordIdentifierValueAsString}: ${refused.ErrorMessage}`);
      for (const { RecordIdentifierValueAsString: ticker, Record } of answer.Records ?? [])
        found.set(
          ticker ?? "",
          Object.fromEntries(Record?.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]) ?? []),
        );
      identifiers = answer.UnprocessedIdentifiers ?? [];
      if (identifiers.length > 0) throw new Unprocessed("Feature Store left identifiers of a batch unprocessed");
    };
    await retry(readBatch, {
      attempts: 5,
      firstPauseMs: 200,
      longestPauseMs: 2_000,
      retriable: (error) => error instanceof Unprocessed,
      deadline,
      sleep,
    });
  }
  return found;
}
