import { App } from "cdktf";
import type { Construct } from "constructs";
import { PlainStack } from "../../../../module-kit/plain-stack";

// biome-ignore lint/suspicious/noExplicitAny: Terraform JSON has no type; a wrong path shows as undefined in the assertion.
type Block = any;

/** A stack's Terraform JSON, by type and name. */
export interface Synthesized {
  readonly resource: Record<string, Record<string, Block>>;
  readonly data: Record<string, Record<string, Block>>;
  readonly locals: Record<string, Block>;
}

/** What a stack with the given constructs becomes. */
export function synthesize(build: (stack: Construct) => void): Synthesized {
  const stack = new PlainStack(new App({ skipValidation: true }), "stack");
  build(stack);
  stack.prepareStack();
  const { resource = {}, data = {}, locals = {} } = stack.toTerraform();
  return JSON.parse(JSON.stringify({ resource, data, locals }));
}

/** The statement of a policy document with a given ID. */
export function statement(stack: Synthesized, document: string, sid: string): Block {
  return stack.data.aws_iam_policy_document?.[document]?.statement?.find((s: Block) => s.sid === sid);
}
