import type { AwsRequest } from "../models/request";

/** Where in a rehearsal a request was sent: by which stack, in which phase. */
export interface Place {
  readonly stack: string;
  readonly phase: string;
}

/** A request with where it came from and how it was answered. */
export interface RecordedRequest extends AwsRequest, Place {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly region: string;
  readonly status: number;
  /** The beginning of an answer that is an error. */
  readonly error?: string;
}
