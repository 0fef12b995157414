import { type Instance, instances, type StackJson } from "../../../../guardrails/expand";
import { evaluateJson, type Scope } from "../../../../guardrails/expression/evaluate";
import type { Value } from "../../../../guardrails/expression/value";
import { manifest, stackJson } from "../../../support/stacks";
import { ARN_OF, type Location } from "./arns";
import { policyOf } from "./documents";

/** Arguments of a resource, and what AWS would add to them. */
type Attributes = { readonly [name: string]: Value };

/** Stacks as if they were deployed to a location: every reference between resources and between stacks is followed. */
export class Deployment {
  private readonly stacks = new Map<string, { readonly json: StackJson; readonly scope: Scope }>();

  constructor(
    private readonly at: Location,
    ids: readonly string[],
  ) {
    for (const id of ids) this.stacks.set(id, this.stack(id, stackJson(id)));
  }

  /** Everything of a type. */
  all(type: string): Attributes[] {
    return [...this.stacks].flatMap(([id, { json, scope }]) =>
      Object.entries(json.resource?.[type] ?? {}).flatMap(([name, block]) =>
        instances(block, scope).map((instance) => this.resource(type, `${id}-${name}`, instance)),
      ),
    );
  }

  private stack(id: string, json: StackJson) {
    const scope: Record<string, Value> = {};
    const types = (elements: StackJson["resource"], of: typeof this.resource) =>
      lazily(elements ?? {}, (named, type) =>
        lazily(named, (block, name) =>
          repeated(block, instances(block, scope), (one) => of(type, `${id}-${name}`, one)),
        ),
      );
    Object.assign(scope, types(json.resource, this.resource));
    scope.data = types(json.data, this.data);
    scope.local = lazily(json.locals ?? {}, (value) => evaluateJson(value, scope));
    return { json, scope };
  }

  private readonly resource = (type: string, id: string, { body }: Instance): Attributes => ({
    ...(body as Attributes),
    id: String(body.bucket ?? body.name ?? id),
    ...(ARN_OF[type] && { arn: ARN_OF[type](body, this.at, id) }),
  });

  private readonly data = (type: string, _: string, { body }: Instance): Attributes => {
    if (type === "aws_caller_identity") return { account_id: this.at.account };
    if (type === "aws_iam_policy_document") return { json: JSON.stringify(policyOf(body)) };
    if (type === "aws_partition") return { partition: "aws", reverse_dns_prefix: "com.amazonaws" };
    if (type === "aws_region") return { name: this.at.region };
    if (type === "terraform_remote_state") return { outputs: this.outputs(body.config as { readonly key: string }) };
    return body as Attributes;
  };

  /** Outputs of the stack that keeps its state under a key. */
  private outputs({ key }: { readonly key: string }): Value {
    const found = [...this.stacks.values()].find(({ json }) => json.terraform?.backend?.s3?.key === key);
    if (!found) throw new Error(`no stack keeps its state under ${key}`);
    return lazily(found.json.output ?? {}, ({ value }) => evaluateJson(value, found.scope));
  }
}

/** An environment's stacks as if they were deployed. */
export const deployed = (environment: Location & { readonly name: string }): Deployment =>
  new Deployment(
    environment,
    Object.keys(manifest).filter((id) => id.startsWith(`${environment.name}-`)),
  );

/** The value of a resource's name in an expression: itself, a list or a map. */
function repeated(block: object, made: readonly Instance[], attributesOf: (instance: Instance) => Value): Value {
  if ("count" in block) return made.map(attributesOf);
  if ("for_each" in block) return Object.fromEntries(made.map((one) => [String(one.key), attributesOf(one)]));
  return attributesOf(made[0]!);
}

/** A map whose values are computed when they are asked for: resources refer to each other in any order. */
function lazily<T>(source: { readonly [key: string]: T }, compute: (value: T, key: string) => Value) {
  const target: Record<string, Value> = {};
  for (const [key, value] of Object.entries(source)) {
    let known: Value | undefined;
    Object.defineProperty(target, key, {
      enumerable: true,
      get: () => {
        known ??= compute(value, key);
        return known;
      },
    });
  }
  return target;
}
