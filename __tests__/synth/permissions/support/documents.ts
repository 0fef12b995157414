import type { Body } from "../../../../guardrails/resource";
import { blocks, list } from "../../../../guardrails/rule";

/** A policy in IAM's own language. */
export interface Policy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly object[];
}

/** What an `aws_iam_policy_document` data source comes to. */
export function policyOf(document: Body): Policy {
  const merged = list(document.source_policy_documents).flatMap((json) => JSON.parse(String(json)).Statement);
  return { Version: "2012-10-17", Statement: [...merged, ...blocks(document, "statement").map(statement)] };
}

function statement({ sid, effect, actions, resources, ...body }: Body): object {
  const principals = blocks(body, "principals");
  return {
    ...(sid ? { Sid: sid } : {}),
    Effect: effect ?? "Allow",
    ...(principals.length > 0 ? { Principal: principalsOf(principals) } : {}),
    Action: list(actions),
    // A trust policy is about the role itself and names no resource.
    ...(resources ? { Resource: list(resources) } : {}),
    Condition: conditionOf(blocks(body, "condition")),
  };
}

function principalsOf(principals: readonly Body[]): unknown {
  if (principals.some(({ type }) => type === "*")) return "*";
  return Object.fromEntries(principals.map(({ type, identifiers }) => [type, list(identifiers)]));
}

function conditionOf(conditions: readonly Body[]): object {
  const byTest: Record<string, Record<string, unknown>> = {};
  for (const { test, variable, values } of conditions) {
    byTest[String(test)] = { ...byTest[String(test)], [String(variable)]: list(values) };
  }
  return byTest;
}
