import { seedLock } from "../../terraform-cli/lock";
import { TerraformError, terraform } from "../../terraform-cli/run";

const PLAN_FILE = "tfplan";

/** What Terraform would do to one resource. */
export interface Change {
  readonly address: string;
  /** As Terraform says it: `create`, `update`, `delete`, or `delete/create` for a replacement. */
  readonly action: string;
}

/** The plan of a stack, or why there is none: it waits for stacks that are not deployed yet, or Terraform refuses. */
export type StackPlan =
  | { readonly stack: string; readonly changes: readonly Change[] }
  | { readonly stack: string; readonly waiting: true }
  | { readonly stack: string; readonly problem: string };

/** What Terraform says when another stack's state is read that is not there. */
const NOT_DEPLOYED = /Unable to find remote state|No stored state was found/;

/** Plans the stack in `directory`: what would change, without changing it. Never throws for what Terraform refuses. */
export async function planStack(stack: string, directory: string, environment: NodeJS.ProcessEnv): Promise<StackPlan> {
  try {
    seedLock(directory, environment);
    await terraform(["init", "-input=false", "-no-color"], directory, environment);
    await terraform(["plan", "-input=false", "-no-color", `-out=${PLAN_FILE}`], directory, environment);
    const plan = await terraform(["show", "-json", PLAN_FILE], directory, environment);
    return { stack, changes: changesOf(JSON.parse(plan)) };
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    if (NOT_DEPLOYED.test(error.stderr)) return { stack, waiting: true };
    return { stack, problem: explain(error) };
  }
}

/** Changes of a plan in Terraform's JSON form (https://developer.hashicorp.com/terraform/internals/json-format#plan-representation). */
export function changesOf(plan: {
  resource_changes?: { address: string; mode: string; change: { actions: string[] } }[];
}): Change[] {
  return (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === "managed" && change.actions.join() !== "no-op")
    .map(({ address, change }) => ({ address, action: change.actions.join("/") }));
}

function explain({ stderr, stdout, directory }: TerraformError): string {
  const text = (stderr.trim() || stdout.trim()).replace(/^[│╷╵]\s?/gm, "").trim();
  if (/S3 bucket .* does not exist|NoSuchBucket/.test(text)) {
    return "there is no state bucket yet: run `npm run bootstrap` for this environment first";
  }
  return `${text}\n(in ${directory})`;
}
