import { snake } from "../names";
import { stackJson } from "../parity/subject";
import { type ProviderSchema, typeSchema } from "../schema/provider-schema";
import { type Assert, assertsOf } from "./asserts";
import type { ModuleContent } from "./elements";
import { preconditionRuns, ruleRuns } from "./invalid-runs";
import { mockProvider } from "./mock-provider";
import { baseOf, changesOf, run, type TestedModule, variables } from "./test-run";

/**
 * tests/cases.tftest.hcl: plans every case, holds the plan to what the construct makes of the same inputs, and shows that wrong values are
 * refused. `terraform test` in the module's folder runs it without credentials.
 */
export function testFile(header: string, tested: TestedModule): string {
  const { definition, content, cases, schema } = tested;
  const { minimal = {}, ...others } = cases;
  const plans = Object.entries({ minimal, ...others }).map(([caseName, inputs]) => {
    const given = variables(changesOf(tested, inputs), "  ");
    const asserts = assertsOf(content, stackJson({ definition, caseName, inputs }), schema).map(printed);
    return run(`plans_${snake(caseName)}`, [...(given ? [given] : []), ...asserts].join("\n"));
  });
  const refusals = [...ruleRuns(tested), ...preconditionRuns(tested)];
  return [header + mocks(content, schema), variables(baseOf(tested), ""), ...plans, ...refusals].join("\n");
}

function printed({ address, conditions }: Assert): string {
  const all =
    conditions.length === 1
      ? conditions[0]
      : `alltrue([\n${conditions.map((each) => `      ${each},\n`).join("")}    ])`;
  return `  assert {\n    condition     = ${all}\n    error_message = "${address} is not what these inputs ask for."\n  }\n`;
}

const mocks = ({ elements }: ModuleContent, schema: ProviderSchema): string =>
  mockProvider(
    elements.filter(({ kind }) => kind === "data").map(({ type }) => type),
    elements
      .filter(({ kind }) => kind === "resource")
      .map(({ type }) => ({ type, computed: typeSchema(schema, "resource", type).computed })),
  );
