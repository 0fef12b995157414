/** A request as it was recorded. */
export interface AwsRequest {
  /** Service that it is signed for, from SigV4's credential scope; such as `monitoring` for CloudWatch. */
  readonly service: string;
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Length of the body in bytes. */
  readonly size: number;
  /** The body as text; absent where it is not text, or an object's content. */
  readonly body?: string;
}
