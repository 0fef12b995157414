import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { terraformEnv } from "../../terraform-cli/environment";
import { seedLock } from "../../terraform-cli/lock";
import { terraformSync } from "../../terraform-cli/run";
import { isShared } from "../current";
import { MODULES } from "../publish/discover";
import { versionsFile } from "../publish/terraform-files";
import { type ProviderSchema, providerSchema } from "../schema/provider-schema";
import { differences } from "./compare";
import { applyOverrides, planOverrides, type Target } from "./mocks";
import { elementsOf, fromStack, inStack, keyOf, moduleCall, type Subject, stackJson } from "./subject";
import { type Plan, planOf, resourcesOf, type State, stateOf } from "./terraform-test";

/** What came of one case. */
export interface ParityResult {
  readonly module: string;
  readonly caseName: string;
  /** Instances of resources and data sources that were compared; those that a whole stack shares are not counted. */
  readonly instances: number;
  readonly outputs: number;
  /** Each names the phase, the address and the attribute; none means that both doors agree. */
  readonly differences: readonly string[];
}

export interface ParityReport {
  readonly results: readonly ParityResult[];
  /** Elements that stand in no case, so that their arguments were never compared: `<module>: <address>`. */
  readonly unreached: readonly string[];
}

export interface ParityOptions {
  /** The folder of a published module. Default: its folder in modules/. */
  readonly folderOf?: (subject: Subject) => string;
}

const DOORS = ["stack", "module"] as const;
type Door = (typeof DOORS)[number];

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

/**
 * Gives the same inputs to the construct in a stack and to the published module, and compares what Terraform makes of both: the
 * plan by the real provider, the state after a mocked apply, and the outputs. All cases share one root: most of the time is the
 * provider's start.
 */
export function checkParity(subjects: readonly Subject[], options: ParityOptions = {}): ParityReport {
  const folder = mkdtempSync(join(tmpdir(), "parity-"));
  try {
    const cases = subjects.map((subject) => layOut(subject, folder, options));
    writeFileSync(join(folder, "main.tf"), [versionsFile(), ...cases.map(({ calls }) => calls)].join("\n"));
    const environment = terraformEnv();
    seedLock(folder, environment);
    terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
    const schema = providerSchema();
    const plan = planned(folder, cases, schema);
    const state = applied(folder, cases, schema, plan);
    return { results: cases.map((each) => compare(each, plan, state)), unreached: unreached(cases, state) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface LaidOut {
  readonly subject: Subject;
  readonly key: string;
  readonly elements: readonly string[];
  readonly calls: string;
}

function layOut(subject: Subject, folder: string, options: ParityOptions): LaidOut {
  const key = keyOf(subject);
  const json = stackJson(subject);
  const stack = join(folder, `${key}_stack`);
  mkdirSync(stack);
  writeFileSync(join(stack, "main.tf.json"), JSON.stringify(json, null, 1));
  const published = options.folderOf?.(subject) ?? join(MODULES, subject.definition.name);
  cpSync(published, join(folder, `${key}_module`), {
    recursive: true,
    filter: (path) => path === published || /\.tf$/.test(basename(path)),
  });
  const outputs = DOORS.map((door) => `output "${key}_${door}" {\n  value = module.${key}_${door}\n}\n`);
  const calls = [
    `module "${key}_stack" {\n  source = "./${key}_stack"\n}\n`,
    moduleCall(subject, `${key}_module`, `./${key}_module`),
    ...outputs,
  ];
  return { subject, key, elements: elementsOf(json), calls: calls.join("\n") };
}

function targetsOf({ key, elements }: LaidOut): Target[] {
  return DOORS.flatMap((door) =>
    elements.map((element) => ({ element, address: `module.${key}_${door}.${addressIn(door, element)}` })),
  );
}

const addressIn = (door: Door, element: string) => (door === "stack" ? inStack(element) : element);

function planned(folder: string, cases: readonly LaidOut[], schema: ProviderSchema): Plan {
  const overrides = planOverrides(cases.flatMap(targetsOf), schema);
  writeFileSync(join(folder, "plan.tftest.hcl"), `${PROVIDER}${overrides}run "plan" {\n  command = plan\n}\n`);
  return planOf(folder, "plan.tftest.hcl");
}

/** The plan says which instances there are; each gets values of its own. */
function applied(folder: string, cases: readonly LaidOut[], schema: ProviderSchema, plan: Plan): State {
  const addresses = plan.resource_changes.map(({ address }) => address);
  const targets = cases.flatMap(targetsOf).flatMap((target) => {
    const instances = addresses.filter((address) => address.startsWith(`${target.address}[`));
    return instances.length > 0 ? instances.map((address) => ({ ...target, address })) : [target];
  });
  const overrides = applyOverrides(targets, schema);
  writeFileSync(
    join(folder, "apply.tftest.hcl"),
    `mock_provider "aws" {}\n${overrides}run "apply" {\n  command = apply\n}\n`,
  );
  return stateOf(folder, "apply.tftest.hcl");
}

function compare({ subject, key }: LaidOut, plan: Plan, state: State): ParityResult {
  const given = JSON.stringify(subject.inputs);
  const changes = plan.resource_changes.map(({ address, change }) => ({
    address,
    values: { actions: change.actions, after: change.after, unknown: change.after_unknown },
  }));
  const after = resourcesOf(state);
  const output = <T>(all: Readonly<Record<string, T>>, door: Door): T => {
    const found = all[`${key}_${door}`];
    if (found === undefined) throw new Error(`terraform test printed no outputs of ${key}`);
    return found;
  };
  const phases = [
    ["plan", instances(changes, key, "stack"), instances(changes, key, "module")],
    ["planned outputs", output(plan.output_changes, "stack"), output(plan.output_changes, "module")],
    ["apply", instances(after, key, "stack"), instances(after, key, "module")],
    ["outputs", output(state.outputs, "stack").value, output(state.outputs, "module").value],
  ] as const;
  return {
    module: subject.definition.name,
    caseName: subject.caseName,
    instances: Object.keys(instances(after, key, "module")).length,
    outputs: Object.keys(subject.definition.outputs).length,
    differences: phases.flatMap(([phase, stack, module]) =>
      differences(stack, module, given).map((difference) => `${phase}: ${difference}`),
    ),
  };
}

/** Values by address, as the published module calls them. A shared data source has no arguments: its use shows in the others. */
function instances(all: readonly { address: string; values: unknown }[], key: string, door: Door) {
  const prefix = `module.${key}_${door}.`;
  const own = all.filter(({ address }) => address.startsWith(prefix) && !isShared(address.slice(prefix.length)));
  return Object.fromEntries(
    own.map(({ address, values }) => {
      const local = address.slice(prefix.length);
      return [door === "stack" ? fromStack(local) : local, values];
    }),
  );
}

function unreached(cases: readonly LaidOut[], state: State): string[] {
  const addresses = resourcesOf(state).map(({ address }) => address.replace(/\[.*$/, ""));
  const reached = new Set(addresses);
  const missing = new Map<string, boolean>();
  for (const { subject, key, elements } of cases) {
    for (const element of elements) {
      const name = `${subject.definition.name}: ${element}`;
      missing.set(name, (missing.get(name) ?? true) && !reached.has(`module.${key}_module.${element}`));
    }
  }
  return [...missing].filter(([, isMissing]) => isMissing).map(([name]) => name);
}
