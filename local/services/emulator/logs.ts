import { type EmulatorClient, EmulatorError } from "./client";

/** One line of a log stream; `timestamp` in milliseconds. */
export interface LogEvent {
  readonly timestamp: number;
  readonly message: string;
}

/** Writes to CloudWatch log streams. */
export class CloudWatchLogs {
  constructor(private readonly client: EmulatorClient) {}

  /** Appends events in the order of time; a stream that is missing is made. */
  async put(logGroupName: string, logStreamName: string, events: readonly LogEvent[]): Promise<void> {
    const logEvents = events.toSorted((a, b) => a.timestamp - b.timestamp);
    const put = () =>
      this.client.json("logs", "Logs_20140328.PutLogEvents", { logGroupName, logStreamName, logEvents });
    try {
      await put();
    } catch (error) {
      if (!(error instanceof EmulatorError && error.is("ResourceNotFoundException"))) throw error;
      await this.client.json("logs", "Logs_20140328.CreateLogStream", { logGroupName, logStreamName });
      await put();
    }
  }
}

/** Group and stream that a log stream's ARN names. */
export function logStreamOf(arn: string): { group: string; stream: string } | undefined {
  const [, group, stream] = /:log-group:([^:]+):log-stream:(.+)$/.exec(arn) ?? [];
  return group && stream ? { group, stream } : undefined;
}
