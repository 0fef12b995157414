import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MODULES } from "./discover";
import { type AnyModule, addressOf, contentOf, type ModuleContent, type ModuleElement } from "./elements";

/**
 * Addresses of the resources that a module has or had, by module: what its users have in their states. One that has several instances says by
 * their kind of key: `aws_subnet.private[count.index]`, `aws_iam_policy.own[each.key]`.
 */
export type Addresses = Readonly<Record<string, readonly string[]>>;

/** The committed record; the publisher only ever adds to it. */
export const ADDRESSES_FILE = join(MODULES, "addresses.generated.json");

export const recordedAddresses = (): Addresses =>
  existsSync(ADDRESSES_FILE) ? JSON.parse(readFileSync(ADDRESSES_FILE, "utf8")) : {};

export const writeAddresses = (addresses: Addresses): void => writeFileSync(ADDRESSES_FILE, printed(addresses));

/** Whether the committed record is these addresses. */
export const isRecorded = (addresses: Addresses): boolean =>
  existsSync(ADDRESSES_FILE) && readFileSync(ADDRESSES_FILE, "utf8") === printed(addresses);

const printed = (addresses: Addresses) => `${JSON.stringify(addresses, null, 2)}\n`;

/**
 * The record with the present addresses of `modules` added.
 *
 * @throws when a recorded address is neither a resource any more nor moved to one: Terraform would destroy what stands there.
 */
export function keptAddresses(modules: readonly AnyModule[], recorded: Addresses): Addresses {
  const reached = new Map(modules.map((definition) => [definition.name, reachedBy(contentOf(definition))]));
  const lost = Object.entries(recorded).flatMap(([name, addresses]) =>
    addresses.filter((address) => !reached.get(name)?.has(address)).map((address) => `modules/${name}: ${address}`),
  );
  if (lost.length > 0) {
    throw new Error(
      `Terraform would destroy what its users have at an address that is gone:\n  ${lost.join("\n  ")}\n` +
        `Where the resource got another id, write movedFrom(resource, "its earlier id") in the constructor. ` +
        `Where its instances had another kind of key, nothing keeps them. Where it is meant to go, take its line out of modules/addresses.generated.json and call the change breaking.`,
    );
  }
  return Object.fromEntries([...reached].map(([name, addresses]) => [name, [...addresses].sort()]));
}

/** Present addresses, and those from which moves lead there. */
function reachedBy({ elements, moves }: ModuleContent): Set<string> {
  const resources = elements.filter(({ kind }) => kind === "resource");
  const instances = new Map(resources.map((element) => [addressOf(element), instancesOf(element)]));
  for (const { from, to } of moves.toReversed()) {
    const kind = instances.get(to);
    if (kind !== undefined) instances.set(from, kind);
  }
  return new Set([...instances].map(([address, kind]) => `${address}${kind}`));
}

/** A move takes instances along by their keys; those of another kind it leaves to be destroyed. */
function instancesOf({ fields }: ModuleElement): string {
  if (fields.for_each !== undefined) return "[each.key]";
  return fields.count === undefined ? "" : "[count.index]";
}
