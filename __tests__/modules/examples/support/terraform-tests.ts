import { TerraformError, terraformSync } from "../../../../terraform-cli/run";

/** A resource or data source in a state, with all of its values. */
export interface Resource {
  readonly address: string;
  readonly values: unknown;
}

interface StateModule {
  readonly resources?: readonly Resource[];
  readonly child_modules?: readonly StateModule[];
}

interface Message {
  readonly test_run?: { readonly run: string; readonly progress: string; readonly status?: string };
  readonly test_state?: { readonly root_module: StateModule };
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
  readonly "@testrun"?: string;
}

/** What `terraform test` said. */
export interface Report {
  /** `pass`, `fail`, `error` or `skip`, by run. */
  readonly runs: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
  /** Every resource that the named run left. @throws when it applied nothing. */
  readonly resources: (run: string) => Resource[];
}

/** Runs a root's own tests. */
export function terraformTests(root: string, environment: NodeJS.ProcessEnv): Report {
  const messages = output(root, environment)
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Message);
  return {
    runs: Object.fromEntries(
      messages.flatMap(({ test_run: run }) =>
        run?.status && run.progress === "complete" ? [[run.run, run.status]] : [],
      ),
    ),
    errors: messages.flatMap(({ diagnostic }) =>
      diagnostic?.severity === "error" ? [`${diagnostic.summary}: ${diagnostic.detail}`] : [],
    ),
    resources: (run) => {
      const state = messages.find((message) => message.test_state && message["@testrun"] === run)?.test_state;
      if (!state) throw new Error(`the run ${run} left no state`);
      return all(state.root_module);
    },
  };
}

const all = ({ resources = [], child_modules = [] }: StateModule): Resource[] => [
  ...resources,
  ...child_modules.flatMap(all),
];

function output(root: string, environment: NodeJS.ProcessEnv): string {
  try {
    return terraformSync(["test", "-json", "-verbose", "-no-color"], root, environment);
  } catch (error) {
    if (error instanceof TerraformError && error.stdout) return error.stdout;
    throw error;
  }
}
