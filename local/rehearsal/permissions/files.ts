import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prefix } from "../../../envs/names";
import type { Environment } from "../../../envs/schema";
import { PROJECT_DIR } from "../../platform/paths";
import type { RecordedCall } from "../verdict/judge-record";
import { uncovered } from "./coverage";
import type { Need } from "./need";
import { needsOf } from "./needs";
import { actionsIn, type PolicyDocument, policyFor } from "./policy";

/** Where the committed policies are. */
export const POLICIES = join(PROJECT_DIR, "docs", "policies");

/** Phases in which Terraform plans and nothing else: what a caller needs who may only plan. */
const PLANNING = ["init", "second plan"];

/** Who may do what: everything that was recorded, and what of it a plan alone takes. */
const KINDS: Readonly<Record<"deploy" | "plan", (call: RecordedCall) => boolean>> = {
  deploy: () => true,
  plan: ({ request }) => request.stack !== "state" && PLANNING.includes(request.phase),
};

type Kind = keyof typeof KINDS;
const kinds = Object.keys(KINDS) as Kind[];

export const policyFile = (folder: string, kind: Kind, environment: Environment): string =>
  join(folder, `${kind}.${environment.name}.json`);

/** Writes the policies that allow what was recorded, and no more. @returns a line about each */
export async function writePolicies(
  folder: string,
  calls: readonly RecordedCall[],
  environment: Environment,
): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of kinds) {
    const policy = policyFor(await needsIn(kind, calls, environment), environment);
    const file = policyFile(folder, kind, environment);
    writeFileSync(file, `${JSON.stringify(policy, null, 2)}\n`);
    lines.push(`${file}: ${actionsIn(policy)} actions`);
  }
  return lines;
}

/** Rights that were needed and that the policies in the folder do not give; a policy that is missing gives none. */
export async function missingRights(
  folder: string,
  calls: readonly RecordedCall[],
  environment: Environment,
): Promise<string[]> {
  const missing = kinds.map(async (kind) => {
    const file = policyFile(folder, kind, environment);
    const again = `npm run rehearse -- ${environment.name} --policies ${folder}`;
    if (!existsSync(file)) return [`${file} is missing: make it with ${again}`];
    const policy = JSON.parse(readFileSync(file, "utf8")) as PolicyDocument;
    const not = await uncovered(await needsIn(kind, calls, environment), policy, environment);
    return not.map(
      ({ action, resource, because }) =>
        `${file} does not allow ${action} on ${resource}, which ${because} needs: ${again}`,
    );
  });
  return (await Promise.all(missing)).flat();
}

async function needsIn(kind: Kind, calls: readonly RecordedCall[], environment: Environment): Promise<Need[]> {
  const owner = { account: environment.account, region: environment.region, prefix: prefix(environment) };
  const different = new Map(
    calls
      .filter(KINDS[kind])
      .map(({ call }) => [JSON.stringify([call.model.name, call.operation, call.parameters]), call]),
  );
  return (await Promise.all([...different.values()].map((call) => needsOf(call, owner)))).flat();
}
