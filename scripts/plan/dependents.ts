import { type Change, ends } from "./change";

/** A stack's state, as `terraform state pull` prints it and as far as it is read here. */
export interface State {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes?: unknown }[];
  }[];
}

/** Shorter ones are no ids of AWS, but words that may stand anywhere. */
const SHORTEST_ID = 9;
const SHOWN = 3;

/** A sentence for each resource that a plan ends while another stack, deployed later, uses it: AWS refuses to delete what is in use. */
export function stillUsed(changes: readonly Change[], later: Readonly<Record<string, State>>): string[] {
  return changes.filter(ends).flatMap(({ address, action, id = "" }) => {
    if (id.length < SHORTEST_ID) return [];
    const users = Object.entries(later).flatMap(([stack, state]) =>
      usesOf(id, state).map((use) => `${use} of ${stack}`),
    );
    if (users.length === 0) return [];
    const more = users.length > SHOWN ? ` and ${users.length - SHOWN} more` : "";
    const verb = action === "delete" ? "deletes" : "replaces";
    return [
      `this ${verb} ${address} (${id}), which is in use by ${users.slice(0, SHOWN).join(", ")}${more}: AWS may refuse to delete it, ` +
        "and the deployment then stops here",
    ];
  });
}

/** Where a state has the id, as `type.name: path`; each resource once. */
function usesOf(id: string, { resources = [] }: State): string[] {
  const uses = resources
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ type, name, instances }) => {
      const paths = instances.flatMap(({ attributes }) => pathsTo(id, attributes, ""));
      return paths.length > 0 ? [`${type}.${name} (${paths[0]})`] : [];
    });
  return [...new Set(uses)];
}

function pathsTo(id: string, value: unknown, path: string): string[] {
  if (value === id) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsTo(id, item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => pathsTo(id, item, path ? `${path}.${key}` : key));
}
