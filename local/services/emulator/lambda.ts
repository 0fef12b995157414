import { z } from "zod";
import type { EmulatorClient } from "./client";

/** A function's quota, and a little for the emulator itself, in milliseconds. */
const INVOKE_TIMEOUT_MS = 16 * 60_000;

const Destination = z.object({ Destination: z.string().optional() });

/** An event source mapping, as far as a Kafka poller needs it; defaults are Lambda's (null means "not set" in its answers). */
export const EventSourceMapping = z.object({
  UUID: z.string(),
  EventSourceArn: z.string().nullish(),
  FunctionArn: z.string(),
  State: z.string().nullish(),
  BatchSize: z.number().nullish(),
  MaximumBatchingWindowInSeconds: z.number().nullish(),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"]).nullish(),
  StartingPositionTimestamp: z.union([z.number(), z.string()]).nullish(),
  Topics: z.array(z.string()).nullish(),
  AmazonManagedKafkaEventSourceConfig: z.object({ ConsumerGroupId: z.string().nullish() }).nullish(),
  FunctionResponseTypes: z.array(z.string()).nullish(),
  MaximumRetryAttempts: z.number().nullish(),
  MaximumRecordAgeInSeconds: z.number().nullish(),
  BisectBatchOnFunctionError: z.boolean().nullish(),
  FilterCriteria: z.object({ Filters: z.array(z.unknown()).nullish() }).nullish(),
  DestinationConfig: z.object({ OnFailure: Destination.nullish() }).nullish(),
});
export type EventSourceMapping = z.infer<typeof EventSourceMapping>;

/** How an invocation ended. */
export interface InvocationResult {
  readonly status: number;
  /** `Unhandled` when the function failed. */
  readonly functionError?: string;
  readonly payload: string;
}

/** The Lambda calls that the poller needs. */
export class Lambda {
  constructor(private readonly client: EmulatorClient) {}

  /** Every event source mapping of type MSK. */
  async kafkaMappings(): Promise<EventSourceMapping[]> {
    const response = await this.client.send("lambda", "/2015-03-31/event-source-mappings/");
    const { EventSourceMappings } = z
      .object({ EventSourceMappings: z.array(EventSourceMapping) })
      .parse(await response.json());
    return EventSourceMappings.filter(({ EventSourceArn }) => EventSourceArn?.includes(":kafka:"));
  }

  /** Invokes a function and waits for its end, or until `signal` is aborted. */
  async invoke(functionArn: string, event: object, signal?: AbortSignal): Promise<InvocationResult> {
    const name = functionArn.split(":function:")[1] ?? functionArn;
    const response = await this.client.send(
      "lambda",
      `/2015-03-31/functions/${name}/invocations`,
      {
        method: "POST",
        headers: { "content-type": "application/json", "x-amz-invocation-type": "RequestResponse" },
        body: JSON.stringify(event),
        signal,
      },
      INVOKE_TIMEOUT_MS,
    );
    const functionError = response.headers.get("x-amz-function-error") ?? undefined;
    return { status: response.status, functionError, payload: await response.text() };
  }
}
