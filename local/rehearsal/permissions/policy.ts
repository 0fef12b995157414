import { prefix, stateBucket } from "../../../envs/names";
import type { Environment } from "../../../envs/schema";
import type { Need } from "./need";

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

/** The least policy of statements that allows what was needed, for things of the environment's names. */
export function policyFor(needs: readonly Need[], environment: Environment): PolicyDocument {
  const patterns = new Map<string, Set<string>>();
  for (const { action, resource, context = {} } of needs) {
    const key = JSON.stringify([action, conditionsOf(action, context, environment.account)]);
    const known = patterns.get(key) ?? new Set();
    patterns.set(key, known.add(patternOf(resource, environment)));
  }
  const groups = new Map<string, { actions: string[]; resources: Set<string>; conditions: Conditions }>();
  for (const [key, found] of patterns) {
    const [action, conditions] = JSON.parse(key) as [string, Conditions];
    const resources = widest([...found]);
    const id = JSON.stringify([groupOf(action, resources), conditions]);
    const group = groups.get(id) ?? { actions: [], resources: new Set(), conditions };
    group.actions.push(action);
    for (const resource of resources) group.resources.add(resource);
    groups.set(id, group);
  }
  const sorted = [...groups.values()]
    .map(({ actions, resources, conditions }) => ({
      actions: actions.sort(),
      resources: widest([...resources]),
      conditions,
    }))
    .reduce(passedTogether, [] as Group[])
    .sort((a, b) => (a.actions[0]! + a.resources[0]!).localeCompare(b.actions[0]! + b.resources[0]!));
  return { Version: "2012-10-17", Statement: named(sorted) };
}

type Group = { readonly actions: string[]; readonly resources: string[]; readonly conditions: Conditions };

/** Passing the same roles to several services is one statement. */
function passedTogether(groups: Group[], group: Group): Group[] {
  const services = (of: Group) => [of.conditions.StringEquals?.["iam:PassedToService"] ?? []].flat();
  const same = ({ actions, resources }: Group) =>
    JSON.stringify([actions, resources]) === JSON.stringify([group.actions, group.resources]);
  const index = groups.findIndex((other) => services(other).length > 0 && services(group).length > 0 && same(other));
  if (index < 0) return [...groups, group];
  const all = [...services(groups[index]!), ...services(group)].sort();
  return groups.with(index, { ...group, conditions: { StringEquals: { "iam:PassedToService": all } } });
}

/**
 * Actions of a group share a statement, with the resources of all of them, so that the policy fits into a role: an action is about its own
 * kinds of resources only, whichever others stand next to them. S3's are apart by their resources, since a lock may be written and a state
 * only read.
 */
function groupOf(action: string, resources: readonly string[]): string {
  const [service = ""] = action.split(":");
  if (resources.includes("*")) return "*";
  if (action === "iam:PassRole") return action;
  return service === "s3" ? JSON.stringify(resources) : "own";
}

function named(
  statements: readonly { actions: string[]; resources: string[]; conditions: Conditions }[],
): PolicyStatement[] {
  const counts = new Map<string, number>();
  return statements.map(({ actions, resources, conditions }) => {
    const services = new Set(actions.map((action) => action.split(":")[0] as string));
    const word = resources[0] === "*" ? "Any" : services.size > 1 ? "Own" : capitalized([...services][0] as string);
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return {
      Sid: count === 1 ? word : `${word}${count}`,
      Effect: "Allow",
      Action: actions,
      Resource: resources,
      ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
    };
  });
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Passing is bound to the service, a key's use to where it goes through, and buckets, whose names are the world's, to the account. */
function conditionsOf(action: string, context: Readonly<Record<string, string>>, account: string): Conditions {
  const bound = ["iam:PassedToService", "kms:ViaService"].filter((key) => key in context);
  const equals = Object.fromEntries(bound.map((key) => [key, context[key] as string]));
  const bucket: Record<string, string> =
    action.startsWith("s3:") && action !== "s3:ListAllMyBuckets" ? { "aws:ResourceAccount": account } : {};
  const all = { ...equals, ...bucket };
  return Object.keys(all).length > 0 ? { StringEquals: all } : {};
}

/** The resource with everything after the environment's prefix left open; a lock of the state as it is. */
function patternOf(resource: string, environment: Environment): string {
  const own = prefix(environment);
  if (resource.endsWith(".tflock")) return `arn:aws:s3:::${stateBucket(environment)}/*.tflock`;
  if (resource.startsWith(`arn:aws:s3:::${own}`))
    return resource.includes("/") ? `arn:aws:s3:::${own}-*/*` : `arn:aws:s3:::${own}-*`;
  for (const name of [`${own}-`, `${own.replaceAll("-", "_")}_`]) {
    const at = resource.indexOf(name);
    if (at >= 0) return `${resource.slice(0, at + name.length)}*`;
  }
  return resource;
}

/** Patterns that no other of them includes. */
function widest(patterns: readonly string[]): string[] {
  const includes = (wide: string, narrow: string): boolean =>
    wide !== narrow && new RegExp(`^${wide.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(narrow);
  return patterns.filter((narrow) => !patterns.some((wide) => includes(wide, narrow))).sort();
}

/** How many actions a policy allows. */
export const actionsIn = ({ Statement }: PolicyDocument): number =>
  new Set(Statement.flatMap(({ Action }) => Action)).size;
