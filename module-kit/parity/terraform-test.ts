import { terraformEnv } from "../../terraform-cli/environment";
import { TerraformError, terraformSync } from "../../terraform-cli/run";

/** A line of `terraform test -json`. */
interface Message {
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
    readonly address?: string;
  };
  readonly test_plan?: Plan;
  readonly test_state?: State;
}

export interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly actions: unknown; readonly after: unknown; readonly after_unknown: unknown };
  }[];
  readonly output_changes: Readonly<Record<string, { readonly after: unknown; readonly after_unknown: unknown }>>;
}

interface StateModule {
  readonly resources?: readonly { readonly address: string; readonly values: unknown }[];
  readonly child_modules?: readonly StateModule[];
}
export interface State {
  readonly root_module: StateModule;
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
}

/** The plan of a test file whose run has `command = plan`. */
export const planOf = (folder: string, file: string): Plan => found(run(folder, file), "test_plan") as Plan;

/** The state after a test file whose run has `command = apply`. */
export const stateOf = (folder: string, file: string): State => found(run(folder, file), "test_state") as State;

/** @throws with Terraform's own words when the run failed. */
function run(folder: string, file: string): Message[] {
  try {
    return parsed(terraformSync(["test", "-json", "-verbose", "-no-color", `-filter=${file}`], folder, terraformEnv()));
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    const errors = parsed(error.stdout).flatMap(({ diagnostic }) =>
      diagnostic?.severity === "error" ? [`${diagnostic.summary}: ${diagnostic.detail}`] : [],
    );
    throw new Error(`terraform test of ${file}:\n${[...new Set(errors)].join("\n") || error.message}`);
  }
}

const parsed = (lines: string): Message[] =>
  lines
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Message);

function found(messages: readonly Message[], key: "test_plan" | "test_state"): Plan | State {
  const value = messages.find((message) => message[key] !== undefined)?.[key];
  if (!value) throw new Error(`terraform test printed no ${key}`);
  return value;
}

/** Every resource of a state, in all modules. */
export function resourcesOf(state: State): { address: string; values: unknown }[] {
  const collect = (module: StateModule): { address: string; values: unknown }[] => [
    ...(module.resources ?? []),
    ...(module.child_modules ?? []).flatMap(collect),
  ];
  return collect(state.root_module);
}
