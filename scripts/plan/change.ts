/** What Terraform would do to one resource. */
export interface Change {
  readonly address: string;
  /** Type of the resource, such as `aws_vpc`. */
  readonly type: string;
  /** As Terraform says it: `create`, `update`, `delete`, or `delete/create` for a replacement. */
  readonly action: string;
  /** The resource's id as it is now; none for one that is created. */
  readonly id?: string;
  /** Arguments whose change makes a replacement necessary. */
  readonly because: readonly string[];
  /** Whether it is replaced because its creation did not end, as after an interruption: nothing can have used it. */
  readonly unfinished: boolean;
}

/** A plan in Terraform's JSON form, as far as it is read here: https://developer.hashicorp.com/terraform/internals/json-format#plan-representation */
export interface PlanJson {
  /** Whether applying it would do anything, to outputs too. */
  readonly applyable?: boolean;
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly action_reason?: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before?: { readonly id?: unknown } | null;
      readonly replace_paths?: readonly (readonly (string | number)[])[];
    };
  }[];
}

/** Whether a change ends the resource as it is: a deletion, or a replacement. */
export const ends = ({ action }: Change): boolean => action.split("/").includes("delete");

/** Changes of a plan: of managed resources alone, without those that stay as they are. */
export function changesOf(plan: PlanJson): Change[] {
  return (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === "managed" && change.actions.join() !== "no-op")
    .map(({ address, type, action_reason: reason, change: { actions, before, replace_paths: paths = [] } }) => ({
      address,
      type,
      action: actions.join("/"),
      ...(typeof before?.id === "string" && { id: before.id }),
      because: [...new Set(paths.map((path) => path.join(".")))],
      unfinished: reason === "replace_because_tainted",
    }));
}
