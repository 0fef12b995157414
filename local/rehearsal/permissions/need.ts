/** A right that a caller needs. */
export interface Need {
  /** Such as `iam:CreateRole`. */
  readonly action: string;
  /** ARN, in which `*` takes the place of what AWS chooses, such as an id; `*` alone where IAM knows no resource of the action. */
  readonly resource: string;
  /** Context of the request that a condition may be about. */
  readonly context?: Readonly<Record<string, string>>;
  /** Operation that it is needed for. */
  readonly because: string;
}
