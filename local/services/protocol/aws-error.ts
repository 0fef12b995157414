/** An error as an AWS service answers it: a type that SDKs and Terraform branch on, a message, an HTTP status. */
export class AwsError extends Error {
  constructor(
    /** AWS's error code, for example `ResourceNotFoundException`. */
    readonly type: string,
    message: string,
    /** HTTP status; default 400. */
    readonly status = 400,
    /** Further members of the error's shape, such as MSK's `invalidParameter`. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "AwsError";
  }
}

/** What a client sees when the service itself fails; SDKs retry it. */
export function internalFailure(cause: unknown): AwsError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new AwsError("InternalFailure", `The local service failed: ${detail}`, 500);
}
