import { TerraformError } from "../../terraform-cli/run";
import { ends } from "./change";
import { dataLosses } from "./data-loss";
import { type State, stillUsed } from "./dependents";
import { initialize, type MadePlan, type RunTerraform } from "./plan-stack";
import { explain } from "./refusal";

/** A stack that is deployed after the one that was planned. */
export interface LaterStack {
  readonly name: string;
  readonly directory: string;
}

/** What a person should know before a plan is applied: data that is lost, and what a later stack still uses. One sentence each. */
export async function warningsOf(plan: MadePlan, later: readonly LaterStack[], run: RunTerraform): Promise<string[]> {
  const losses = dataLosses(plan.changes);
  if (!plan.changes.some(ends)) return losses;
  const states: Record<string, State> = {};
  const problems: string[] = [];
  for (const { name, directory } of later) {
    try {
      await initialize(directory, run);
      states[name] = JSON.parse((await run(["state", "pull"], directory)) || "{}");
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      problems.push(`it could not be checked whether ${name} uses what this deletes or replaces: ${explain(error)}`);
    }
  }
  return [...losses, ...stillUsed(plan.changes, states), ...problems];
}
