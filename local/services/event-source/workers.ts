import { setTimeout as delay } from "node:timers/promises";
import { BufferedConsumer, type StartingPosition } from "../broker/buffered-consumer";
import { kafkaClient } from "../broker/client";
import type { ConsumedRecord } from "../broker/record";
import type { ServicesConfig } from "../config";
import type { EmulatorClient } from "../emulator/client";
import type { EventSourceMapping, Lambda } from "../emulator/lambda";
import type { S3 } from "../emulator/s3";
import { log, reason } from "../log";
import { Supervised, type Wanted } from "../workers";
import { type Discarded, processBatch, type RetryRules } from "./batch";
import { sendToDestination } from "./destination";
import { mskEvent } from "./event";

// Lambda's defaults and quota: https://docs.aws.amazon.com/lambda/latest/dg/services-msk-parameters.html
const DEFAULT_BATCH_SIZE = 100;
const DEFAULT_WINDOW_MS = 500;
/** Synchronous payload quota of 6 MB, with room for base64 (4/3) and the records' metadata. */
const MAX_BATCH_BYTES = 4 * 1024 * 1024;

/** What a mapping has done since the services started. */
export interface MappingFigures {
  readonly function: string;
  readonly topic: string;
  readonly group: string;
  invocations: number;
  records: number;
  functionErrors: number;
  discarded: number;
}

/** `-1` and absent both mean "without limit". */
const limit = (value: number | null | undefined) =>
  value === null || value === undefined || value < 0 ? undefined : value;

/** A mapping's retry rules. */
export function retryRules(mapping: EventSourceMapping): RetryRules {
  const age = limit(mapping.MaximumRecordAgeInSeconds);
  return {
    maxAttempts: limit(mapping.MaximumRetryAttempts),
    maxAgeMs: age === undefined ? undefined : age * 1000,
    bisect: mapping.BisectBatchOnFunctionError ?? false,
    partialFailures: mapping.FunctionResponseTypes?.includes("ReportBatchItemFailures") ?? false,
  };
}

function startingPosition({
  StartingPosition: from,
  StartingPositionTimestamp: at,
}: EventSourceMapping): StartingPosition {
  if (from === "TRIM_HORIZON") return { from: "beginning" };
  if (from !== "AT_TIMESTAMP") return { from: "end" };
  return { from: "time", milliseconds: typeof at === "number" ? at * 1000 : Date.parse(at ?? "") };
}

const groupOf = (mapping: EventSourceMapping) =>
  mapping.AmazonManagedKafkaEventSourceConfig?.ConsumerGroupId ?? mapping.UUID;

/** One poller for each enabled mapping of type MSK. */
export class EventSourceWorkers {
  private readonly byMapping = new Map<string, MappingFigures>();

  constructor(
    private readonly config: ServicesConfig,
    private readonly client: EmulatorClient,
    private readonly lambda: Lambda,
    private readonly s3: S3,
  ) {}

  readonly wanted = async (): Promise<Wanted[]> => {
    const enabled = (await this.lambda.kafkaMappings()).filter(({ State }) => State === "Enabled");
    return enabled.map((mapping) => ({
      id: mapping.UUID,
      revision: JSON.stringify(mapping),
      supervise: () =>
        new Supervised(`event source ${mapping.FunctionArn.split(":function:")[1]}`, (fail) =>
          this.consumer(mapping, fail),
        ),
    }));
  };

  get figures(): MappingFigures[] {
    return [...this.byMapping.values()];
  }

  private figuresOf(mapping: EventSourceMapping): MappingFigures {
    const known = this.byMapping.get(mapping.UUID);
    if (known) return known;
    const figures: MappingFigures = {
      function: mapping.FunctionArn,
      topic: mapping.Topics?.[0] ?? "",
      group: groupOf(mapping),
      invocations: 0,
      records: 0,
      functionErrors: 0,
      discarded: 0,
    };
    this.byMapping.set(mapping.UUID, figures);
    return figures;
  }

  private consumer(mapping: EventSourceMapping, onFailure: (error: Error) => void): BufferedConsumer {
    if (mapping.FilterCriteria?.Filters?.length)
      throw new Error("the mapping has filters, which the laptop does not apply: its function would get too much");
    const window = mapping.MaximumBatchingWindowInSeconds;
    return new BufferedConsumer({
      kafka: kafkaClient(this.config, `lambda-${mapping.UUID}`),
      groupId: groupOf(mapping),
      topic: mapping.Topics?.[0] ?? "",
      start: startingPosition(mapping),
      limits: {
        records: mapping.BatchSize ?? DEFAULT_BATCH_SIZE,
        bytes: MAX_BATCH_BYTES,
        milliseconds: window ? window * 1000 : DEFAULT_WINDOW_MS,
      },
      deliver: (records, signal) => this.process(mapping, records, signal),
      onFailure,
    });
  }

  private process(mapping: EventSourceMapping, batch: readonly ConsumedRecord[], signal: AbortSignal): Promise<void> {
    const figures = this.figuresOf(mapping);
    const brokers = this.config.kafkaBootstrapIam;
    return processBatch(batch, {
      rules: retryRules(mapping),
      signal,
      invoke: async (records) => {
        const event = mskEvent(mapping.EventSourceArn ?? "", brokers, records);
        const result = await this.lambda.invoke(mapping.FunctionArn, event, signal);
        figures.invocations += 1;
        figures.records += records.length;
        if (result.functionError) figures.functionErrors += 1;
        return result;
      },
      discard: async (discarded) => {
        await this.discardUntilSent(mapping, discarded, signal);
        figures.discarded += discarded.records.length;
      },
    });
  }

  private async discardUntilSent(
    mapping: EventSourceMapping,
    discarded: Discarded,
    signal: AbortSignal,
  ): Promise<void> {
    for (let pause = 1_000; ; pause = Math.min(60_000, pause * 2)) {
      try {
        return await sendToDestination(mapping, this.config.kafkaBootstrapIam, discarded, this.client, this.s3);
      } catch (error) {
        log("warn", "the destination did not take the records, it is tried again", {
          mapping: mapping.UUID,
          detail: reason(error),
        });
        await delay(pause, undefined, { signal });
      }
    }
  }
}
