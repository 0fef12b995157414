import { type Plan, resourcesOf, type State } from "../../terraform-cli/test";
import { type ProviderSchema, typeSchema } from "../schema/provider-schema";
import { differences } from "./compare";
import { addressOf, type Form, instancesOf } from "./forms";
import { typeOf } from "./mocks";
import type { LaidOut } from "./root";

/** What came of one case. */
export interface ParityResult {
  readonly module: string;
  readonly caseName: string;
  /** Instances of resources and data sources that were compared; those that a whole stack shares are not counted. */
  readonly instances: number;
  readonly outputs: number;
  /** Each names the phase, the address and the attribute; none means that both forms agree. */
  readonly differences: readonly string[];
}

/** Compares the results of both forms of a case. */
export function resultOf({ subject, key }: LaidOut, plan: Plan, state: State, schema: ProviderSchema): ParityResult {
  const changes = plan.resource_changes.map(({ address, change }) => ({
    address,
    values: { actions: change.actions, after: change.after, unknown: change.after_unknown },
  }));
  const after = resourcesOf(state);
  const module = instancesOf(after, key, "module");
  const output = <T>(all: Readonly<Record<string, T>>, form: Form): T => {
    const found = all[`${key}_${form}`];
    if (found === undefined) throw new Error(`terraform test printed no outputs of ${key}`);
    return found;
  };
  const phases = {
    plan: differences(instancesOf(changes, key, "stack"), instancesOf(changes, key, "module")),
    "planned outputs": differences(output(plan.output_changes, "stack"), output(plan.output_changes, "module")),
    apply: differences(instancesOf(after, key, "stack"), module, isComputed(key, plan, schema)),
    outputs: differences(output(state.outputs, "stack").value, output(state.outputs, "module").value),
  };
  return {
    module: subject.definition.name,
    caseName: subject.caseName,
    instances: Object.keys(module).length,
    outputs: Object.keys(subject.definition.outputs).length,
    differences: Object.entries(phases).flatMap(([phase, found]) => found.map((each) => `${phase}: ${each}`)),
  };
}

/** Whether the provider computes an attribute: by its schema, or because the plan did not know it. */
function isComputed(key: string, plan: Plan, schema: ProviderSchema) {
  const unknown = new Map(plan.resource_changes.map(({ address, change }) => [address, change.after_unknown]));
  return ([address = "", ...path]: readonly string[]): boolean => {
    const { kind, type } = typeOf(address);
    const attribute = path.filter((part) => !/^\d+$/.test(part)).join(".");
    if (typeSchema(schema, kind, type).computed.includes(attribute)) return true;
    return isUnknown(unknown.get(addressOf(key, "module", address)), path);
  };
}

/** Below a value that is unknown as a whole, everything is. */
function isUnknown(mask: unknown, [part, ...rest]: readonly string[]): boolean {
  if (part === undefined || typeof mask !== "object" || mask === null) return mask === true;
  return isUnknown((mask as Readonly<Record<string, unknown>>)[part], rest);
}
