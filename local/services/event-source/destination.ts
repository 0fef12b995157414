import { randomUUID } from "node:crypto";
import { partitionName } from "../broker/record";
import type { EmulatorClient } from "../emulator/client";
import type { EventSourceMapping } from "../emulator/lambda";
import { bucketOf, type S3 } from "../emulator/s3";
import { log } from "../log";
import type { Discarded } from "./batch";
import { mskEvent } from "./event";

const QUEUE_ARN = /^arn:aws[\w-]*:sqs:[\w-]+:(\d{12}):([\w.-]+)$/;

function recordInfo({ records }: Discarded): Record<string, object> {
  const info: Record<
    string,
    { firstRecordOffset: string; lastRecordOffset: string; firstRecordTimestamp: string; lastRecordTimestamp: string }
  > = {};
  for (const record of records) {
    const at = new Date(record.timestamp).toISOString();
    const name = partitionName(record);
    info[name] ??= {
      firstRecordOffset: String(record.offset),
      firstRecordTimestamp: at,
      lastRecordOffset: "",
      lastRecordTimestamp: "",
    };
    Object.assign(info[name], { lastRecordOffset: String(record.offset), lastRecordTimestamp: at });
  }
  return info;
}

/** Lambda's invocation record (https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure-destination.html). */
export function invocationRecord(mapping: EventSourceMapping, bootstrapServers: string, discarded: Discarded) {
  const event = mskEvent(mapping.EventSourceArn ?? "", bootstrapServers, discarded.records);
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.FunctionArn,
      condition: discarded.reason,
      approximateInvokeCount: discarded.attempts,
    },
    responseContext: {
      statusCode: discarded.lastResult?.status ?? 0,
      executedVersion: "$LATEST",
      functionError: discarded.lastResult?.functionError ?? null,
    },
    version: "1.0",
    timestamp: new Date().toISOString(),
    KafkaBatchInfo: {
      batchSize: discarded.records.length,
      eventSourceArn: mapping.EventSourceArn,
      bootstrapServers,
      payloadSize: Buffer.byteLength(JSON.stringify(event)),
      recordInfo: recordInfo(discarded),
    },
    payload: event,
  };
}

/** Sends what was given up to the mapping's destination: a bucket gets the records, a queue only tells of them. */
export async function sendToDestination(
  mapping: EventSourceMapping,
  bootstrapServers: string,
  discarded: Discarded,
  client: EmulatorClient,
  s3: Pick<S3, "put">,
): Promise<void> {
  const target = mapping.DestinationConfig?.OnFailure?.Destination;
  const facts = {
    mapping: mapping.UUID,
    records: discarded.records.length,
    reason: discarded.reason,
    destination: target ?? null,
  };
  log("error", "records were given up", facts);
  if (!target) return;
  const record = invocationRecord(mapping, bootstrapServers, discarded);
  const bucket = bucketOf(target);
  if (bucket) {
    const at = record.timestamp;
    const key = `aws/lambda/${mapping.UUID}/${at.slice(0, 10).replaceAll("-", "/")}/${at.slice(0, 19).replaceAll(":", ".")}-${randomUUID()}`;
    await s3.put(bucket, key, JSON.stringify(record), "application/json");
    return;
  }
  const [, account, queue] = QUEUE_ARN.exec(target) ?? [];
  if (!queue) throw new Error(`Destination ${target} is neither a bucket nor a queue; the laptop sends to these.`);
  const { payload: _, ...message } = record;
  await client.json("sqs", "AmazonSQS.SendMessage", {
    QueueUrl: `http://sqs.local/${account}/${queue}`,
    MessageBody: JSON.stringify(message),
  });
}
