import { TerraformError, terraformSync } from "./run";

/** What a run with `command = plan` came to. */
export interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly actions: unknown; readonly after: unknown; readonly after_unknown: unknown };
  }[];
  readonly output_changes: Readonly<Record<string, { readonly after: unknown; readonly after_unknown: unknown }>>;
}

/** A resource or data source in a state, with all of its values. */
export interface StateResource {
  readonly address: string;
  readonly values: unknown;
}

interface StateModule {
  readonly resources?: readonly StateResource[];
  readonly child_modules?: readonly StateModule[];
}

/** What a run with `command = apply` left. */
export interface State {
  readonly root_module: StateModule;
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
}

/** One `run` of a test file. */
export interface TestRun {
  /** Path of the test file within the folder. */
  readonly file: string;
  readonly name: string;
  /** `pass`, `fail`, `error` or `skip`. */
  readonly status: string;
  /** `<summary>: <detail>` each. */
  readonly errors: readonly string[];
  /** Only of a verbose test. */
  readonly plan: Plan | undefined;
  readonly state: State | undefined;
}

/** What `terraform test` said. */
export interface TestReport {
  readonly runs: readonly TestRun[];
  /** Those of all runs, and what went wrong outside of them. */
  readonly errors: readonly string[];
}

interface Message {
  readonly "@testfile"?: string;
  readonly "@testrun"?: string;
  readonly test_run?: { readonly path: string; readonly run: string; readonly status?: string };
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
  readonly test_plan?: Plan;
  readonly test_state?: State;
}

/**
 * Runs the tests of a root that was initialized. That some fail is a result like any other.
 *
 * @param args More arguments, such as `-filter=<file>`, or `-verbose` to have plans and states.
 * @throws TerraformError when Terraform could not say anything.
 */
export function terraformTest(folder: string, environment: NodeJS.ProcessEnv, ...args: string[]): TestReport {
  const messages = output(folder, environment, args)
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Message);
  const ended = messages.flatMap(({ test_run: run }) => (run?.status ? [{ ...run, status: run.status }] : []));
  const runs = ended.map(({ path, run, status }) => {
    const own = messages.filter((message) => message["@testfile"] === path && message["@testrun"] === run);
    const plan = own.find(({ test_plan }) => test_plan)?.test_plan;
    const state = own.find(({ test_state }) => test_state)?.test_state;
    return { file: path, name: run, status, errors: errorsOf(own), plan, state };
  });
  return { runs, errors: errorsOf(messages) };
}

const errorsOf = (messages: readonly Message[]): string[] => [
  ...new Set(
    messages.flatMap(({ diagnostic }) =>
      diagnostic?.severity === "error" ? [`${diagnostic.summary}: ${diagnostic.detail}`] : [],
    ),
  ),
];

function output(folder: string, environment: NodeJS.ProcessEnv, args: readonly string[]): string {
  try {
    return terraformSync(["test", "-json", "-no-color", ...args], folder, environment);
  } catch (error) {
    if (error instanceof TerraformError && error.stdout) return error.stdout;
    throw error;
  }
}

/** Every resource of a state, in all modules. */
export function resourcesOf({ root_module }: State): StateResource[] {
  const all = ({ resources = [], child_modules = [] }: StateModule): StateResource[] => [
    ...resources,
    ...child_modules.flatMap(all),
  ];
  return all(root_module);
}
