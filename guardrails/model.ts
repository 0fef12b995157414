import { expandStack, type StackJson } from "./expand";
import type { Resource } from "./resource";

/** Every stack of the app, as far as the rules ask. */
export class Model {
  readonly resources: readonly Resource[];

  /** @param stacks Synthesized stacks by id. */
  constructor(readonly stacks: Readonly<Record<string, StackJson>>) {
    this.resources = Object.entries(stacks).flatMap(([id, json]) => expandStack(id, json));
  }

  /** Resources of a type in the stack of `resource`. */
  inStackOf(resource: Resource, type: string): Resource[] {
    return this.resources.filter((other) => other.stack === resource.stack && other.type === type);
  }

  /** Resources of a type in `resource`'s environment. */
  inEnvironment(resource: Resource, type: string): Resource[] {
    const environment = environmentOf(resource.stack);
    return this.resources.filter((other) => other.type === type && environmentOf(other.stack) === environment);
  }

  /** Resources of a type in the stack of `resource` whose `argument` refers to it: a bucket's versioning, a queue's policy. */
  companions(resource: Resource, type: string, argument: string): Resource[] {
    return this.inStackOf(resource, type).filter((other) => refersTo(other.body[argument], resource));
  }

  /** A reference to another stack's output as that stack gives it; anything else unchanged. */
  follow(value: unknown, stack: string): { readonly value: unknown; readonly stack: string } {
    const match = /^\$\{data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)\}$/.exec(String(value));
    const source = match && this.remoteStack(stack, match[1]!);
    const output = source && this.stacks[source]?.output?.[match[2]!];
    return output ? { value: output.value, stack: source } : { value, stack };
  }

  private remoteStack(stack: string, name: string): string | undefined {
    const remote = this.stacks[stack]?.data?.terraform_remote_state?.[name] as
      | { config?: { key?: string } }
      | undefined;
    const key = remote?.config?.key;
    return Object.keys(this.stacks).find((id) => key && this.stacks[id]?.terraform?.backend?.s3?.key === key);
  }
}

/** Environment of a stack: what stands before the first dash of its id. */
export const environmentOf = (stack: string): string => stack.split("-")[0]!;

/** Whether a value holds a reference to `resource`. */
function refersTo(value: unknown, { address }: Resource): boolean {
  return typeof value === "string" && new RegExp(`\\b${address.replaceAll(".", "\\.")}\\b`).test(value);
}
