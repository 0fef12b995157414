import { App, type TerraformStack } from "cdktf";
import { loadEnvironment } from "../../envs/load";
import { FUNCTION_NAMES } from "../../handlers/functions";
import { createPipeline } from "../../stacks/pipeline";

const ENVIRONMENT = "dev";

/** The stacks of an environment; any file will do for code that is only referred to. */
function stacks(): TerraformStack[] {
  const app = new App({ skipValidation: true });
  const functions = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, __filename]));
  createPipeline(app, loadEnvironment(ENVIRONMENT), { functions: functions as never, jar: __filename });
  const all = app.node.children as TerraformStack[];
  for (const stack of all) {
    stack.prepareStack();
    stack.toTerraform();
  }
  return all;
}

/** Which stack reads which other one's outputs, as a Mermaid flowchart. */
export function stacksDiagram(): string {
  const short = ({ node }: TerraformStack) => node.id.replace(`${ENVIRONMENT}-`, "");
  const arrows = stacks().flatMap((stack) =>
    stack.dependencies.map((dependency) => `  ${short(dependency)} --> ${short(stack)}`),
  );
  return ["```mermaid", "flowchart LR", ...arrows, "```"].join("\n");
}
