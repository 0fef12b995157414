import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "cdktf";
import type { Environment } from "../envs/schema";
import type { StackJson } from "./expand";
import { Model } from "./model";
import { findings, type Rule } from "./rule";
import { RULES } from "./rules/all";
import { WAIVERS } from "./waived";
import { judge, type Waiver } from "./waivers";

/**
 * Checks every stack of the app against the rules when it is synthesized; what a rule finds stops the synthesis.
 * Call it last, with the environments whose stacks they are. The rules see what Terraform will see: the files that synthesis has written, aspects and overrides included.
 */
export function addGuardrails(
  app: App,
  environments: readonly Environment[],
  { rules = RULES, waivers = WAIVERS }: { rules?: readonly Rule[]; waivers?: readonly Waiver[] } = {},
): void {
  app.node.addValidation({ validate: () => violations(synthesized(app), environments, rules, waivers) });
}

/** What is wrong with the stacks, one sentence each. */
function violations(
  stacks: Readonly<Record<string, StackJson>>,
  environments: readonly Environment[],
  rules: readonly Rule[],
  waivers: readonly Waiver[],
): string[] {
  const verdict = judge(findings(rules, new Model(stacks)), waivers, { environments, stacks: Object.keys(stacks) });
  const found = verdict.findings.map(
    ({ stack, resource, rule, message }) => `${stack}: ${resource} ${message} (${rule})`,
  );
  return [...found, ...verdict.waivers];
}

function synthesized(app: App): Record<string, StackJson> {
  const { stacks } = app.manifest;
  return Object.fromEntries(
    Object.entries(stacks).map(([id, { synthesizedStackPath }]) => [
      id,
      JSON.parse(readFileSync(join(app.outdir, synthesizedStackPath), "utf8")),
    ]),
  );
}
