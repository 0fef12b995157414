import { AwsError } from "../protocol/aws-error";
import { operationsOf } from "../protocol/operation";
import type { Store } from "../state/store";
import type { Tags } from "../state/tags";
import type { Destination, MskSource } from "./schemas";

/** A delivery stream as stored. */
export interface Stream {
  readonly name: string;
  readonly arn: string;
  /** Sets the stream apart from an earlier one of the same name: it is part of the consumer group. */
  readonly uid: string;
  version: number;
  readonly createdAt: number;
  updatedAt: number;
  readonly source: MskSource;
  destination: Destination;
  tags: Tags;
}

export interface FirehoseState {
  streams: Record<string, Stream>;
}
export type FirehoseStore = Store<FirehoseState>;

export const EMPTY_FIREHOSE: FirehoseState = { streams: {} };

export function invalidArgument(message: string): AwsError {
  return new AwsError("InvalidArgumentException", message);
}

/** Builds Firehose operations. */
export const firehoseOperation = operationsOf((problems) => invalidArgument(problems));

/** Finds a stream or refuses. */
export function streamOf(state: Readonly<FirehoseState>, name: string): Stream {
  const stream = state.streams[name];
  if (!stream) throw new AwsError("ResourceNotFoundException", `Firehose ${name} not found.`);
  return stream;
}
