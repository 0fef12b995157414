import type { FunctionName } from "../handlers/functions";

/** What the stacks deploy in addition to infrastructure; made once and shared by every environment. */
export interface Artifacts {
  /** Path of each function's zip. */
  readonly functions: Readonly<Record<FunctionName, string>>;
  /** Path of the Flink job's jar; absent where every environment names a published one. */
  readonly jar?: string;
}
