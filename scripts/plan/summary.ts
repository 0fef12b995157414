import type { StackPlan } from "./plan-stack";
import { holderOf } from "./refusal";

const count = (changes: readonly { action: string }[], ...actions: string[]): number =>
  changes.filter(({ action }) => actions.includes(action)).length;

/** One line per stack, and below it what would change. */
export function describe(plan: StackPlan): string {
  if ("problem" in plan) return `${plan.stack}: cannot be planned: ${plan.problem}`;
  if ("lock" in plan) {
    return (
      `${plan.stack}: cannot be planned: its state is locked by ${holderOf(plan.lock)}. Wait for that to end; if it was interrupted, ` +
      'see "A deployment was interrupted" in docs/DEPLOYMENT.md'
    );
  }
  if ("waiting" in plan) return `${plan.stack}: waits for a stack that is not deployed yet, whose outputs it reads`;
  const { stack, changes, applyable } = plan;
  if (changes.length === 0) return `${stack}: ${applyable ? "only outputs change" : "no changes"}`;
  const lines = changes.map(({ address, action }) => `    ${action.padEnd(14)} ${address}`);
  return [`${stack}: ${tally(changes)}`, ...lines].join("\n");
}

function tally(changes: readonly { action: string }[]): string {
  const replaced = count(changes, "delete/create", "create/delete");
  return [
    `${count(changes, "create")} to create`,
    `${count(changes, "update")} to change`,
    `${replaced} to replace`,
    `${count(changes, "delete")} to destroy`,
  ].join(", ");
}

/** The last line: all stacks together. It says that nothing changes only where every stack was planned. */
export function summarize(plans: readonly StackPlan[]): string {
  const made = plans.flatMap((plan) => ("changes" in plan ? [plan] : []));
  const changes = made.flatMap((plan) => plan.changes);
  const waiting = plans.filter((plan) => "waiting" in plan).length;
  const problems = plans.length - made.length - waiting;
  const outputs = made.some(({ applyable }) => applyable) ? "only outputs change" : "no changes";
  const all = made.length === plans.length;
  return [
    `${plans.length} ${plans.length === 1 ? "stack" : "stacks"}: ${changes.length > 0 ? tally(changes) : all ? outputs : `${made.length} planned${made.length > 0 ? `, ${outputs}` : ""}`}`,
    ...(waiting > 0 ? [`${waiting} wait for others to be deployed`] : []),
    ...(problems > 0 ? [`${problems} could not be planned`] : []),
  ].join("; ");
}
