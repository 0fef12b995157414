import { TerraformResource } from "cdktf";
import type { Construct, IConstruct } from "constructs";

/** One `moved` block: Terraform takes what it knows at `from` for what is now at `to`. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const MOVED_FROM = "movedFrom";

/**
 * Declares which ids a resource, or a construct with resources, had before, so that its users keep what they deployed, because the construct and the module print a
 * `moved` block for every resource below it. A renamed id without this makes Terraform destroy the resource and make another.
 *
 * @param ids Oldest first. Keep them for as long as someone may upgrade from a version that had them.
 */
export function movedFrom(construct: Construct, ...ids: string[]): void {
  construct.node.addMetadata(MOVED_FROM, ids);
}

/**
 * The moves of every resource below `root`. A resource that was renamed together with a construct around it is taken to have got its own new
 * id first.
 *
 * @param nameOf The name that a resource gets for the ids on the way to it.
 */
export const movesBelow = (root: IConstruct, nameOf: (ids: readonly string[]) => string): Move[] =>
  root.node
    .findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .flatMap((resource) => {
      const { terraformResourceType: type } = resource;
      const names = versions(root, resource).map((ids) => `${type}.${nameOf(ids)}`);
      return names.slice(1).map((to, i) => ({ from: names[i] as string, to }));
    });

/** The ids on the way to a resource, in every version of them, the present one last. */
function versions(root: IConstruct, resource: IConstruct): string[][] {
  const way = resource.node.scopes.slice(resource.node.scopes.indexOf(root) + 1);
  const histories = way.map((scope) => [...earlierIds(scope), scope.node.id]);
  const current = histories.map((history) => history[0] as string);
  const found = [[...current]];
  for (let at = histories.length - 1; at >= 0; at--) {
    for (const id of (histories[at] as string[]).slice(1)) {
      current[at] = id;
      found.push([...current]);
    }
  }
  return found;
}

const earlierIds = (construct: IConstruct): string[] =>
  construct.node.metadata.filter(({ type }) => type === MOVED_FROM).flatMap(({ data }) => data as string[]);
