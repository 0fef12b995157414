import type { Environment } from "../../envs/schema";
import type { AwsClients } from "./clients";
import type { Needs } from "./needs";

/** What a check found: a failure stops a deployment, a notice is worth reading, and what could not be looked at is not called fine. */
export interface Finding {
  readonly outcome: "passed" | "notice" | "failed" | "unchecked";
  /** One sentence; of a failure it message what to do. */
  readonly message: string;
}

/** What checks look at. */
export interface Account {
  readonly environment: Environment;
  readonly needs: Needs;
  readonly aws: AwsClients;
}

/** Something that an account must have before a deployment. */
export interface Check {
  readonly title: string;
  /** IAM actions that it calls, all of which only read. */
  readonly actions: readonly string[];
  readonly look: (account: Account) => Promise<readonly Finding[]>;
}

export const passed = (message: string): Finding => ({ outcome: "passed", message });
export const notice = (message: string): Finding => ({ outcome: "notice", message });
export const failed = (message: string): Finding => ({ outcome: "failed", message });
export const unchecked = (message: string): Finding => ({ outcome: "unchecked", message });
