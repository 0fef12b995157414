import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Plan, type State, type TestRun, terraformTest } from "../../terraform-cli/test";
import type { ProviderSchema } from "../schema/provider-schema";
import { addressOf, FORMS } from "./forms";
import { applyOverrides, planOverrides, type Target } from "./mocks";
import type { LaidOut } from "./root";

/** The provider never asks AWS here: its data sources are overridden, and nothing is applied. */
const PROVIDER = `provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}
`;

/** Where the cases lie, and what Terraform needs to run there. */
export interface Root {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly cases: readonly LaidOut[];
  readonly schema: ProviderSchema;
}

/** The plan of all cases by the real provider. @throws with Terraform's own words when it failed. */
export function planned(root: Root): Plan {
  const overrides = planOverrides(targetsOf(root), root.schema);
  return found("plan", onlyRun(root, "plan", `${PROVIDER}${overrides}`).plan);
}

/**
 * The state after all cases were applied by a mocked provider. The plan says which instances there are; each gets values of its own.
 *
 * @throws with Terraform's own words when it failed.
 */
export function applied(root: Root, plan: Plan): State {
  const addresses = plan.resource_changes.map(({ address }) => address);
  const targets = targetsOf(root).flatMap((target) => {
    const instances = addresses.filter((address) => address.startsWith(`${target.address}[`));
    return instances.length > 0 ? instances.map((address) => ({ ...target, address })) : [target];
  });
  const overrides = applyOverrides(targets, root.schema);
  return found("state", onlyRun(root, "apply", `mock_provider "aws" {}\n${overrides}`).state);
}

const targetsOf = ({ cases }: Root): Target[] =>
  cases.flatMap(({ key, elements }) =>
    FORMS.flatMap((form) => elements.map((element) => ({ element, address: addressOf(key, form, element) }))),
  );

function onlyRun({ folder, environment }: Root, command: "plan" | "apply", providers: string): TestRun {
  const file = `${command}.tftest.hcl`;
  writeFileSync(join(folder, file), `${providers}run "${command}" {\n  command = ${command}\n}\n`);
  const { runs, errors } = terraformTest(folder, environment, "-verbose", `-filter=${file}`);
  const [run] = runs;
  if (run?.status !== "pass") throw new Error(`terraform test of ${file}:\n${errors.join("\n")}`);
  return run;
}

function found<T>(what: string, value: T | undefined): T {
  if (!value) throw new Error(`terraform test printed no ${what}`);
  return value;
}
