import type { Body } from "../resource";
import { blocks, list } from "../rule";

/** A statement of an IAM policy document. */
export interface Statement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly { readonly type: string; readonly identifiers: readonly string[] }[];
  /** Context keys that it has conditions on. */
  readonly conditions: readonly string[];
}

const strings = (value: unknown): string[] => list(value).map(String);

/** What a policy document allows; statements that deny only take away. */
export function allowed(body: Body): Statement[] {
  return blocks(body, "statement")
    .filter(({ effect }) => effect !== "Deny")
    .map((statement, index) => ({
      sid: typeof statement.sid === "string" ? statement.sid : `statement ${index + 1}`,
      actions: strings(statement.actions),
      resources: strings(statement.resources),
      principals: blocks(statement, "principals").map(({ type, identifiers }) => {
        return { type: String(type), identifiers: strings(identifiers) };
      }),
      conditions: blocks(statement, "condition").map(({ variable }) => String(variable)),
    }));
}

/** Whether it is part of a resource's policy or of a trust policy, not of an identity's. */
export const isResourcePolicy = ({ principals }: Statement): boolean => principals.length > 0;

/** Whether the document denies something to everyone by a condition on `key`. */
export function denies(body: Body, key: string): boolean {
  return blocks(body, "statement").some(
    (statement) =>
      statement.effect === "Deny" && blocks(statement, "condition").some(({ variable }) => variable === key),
  );
}
