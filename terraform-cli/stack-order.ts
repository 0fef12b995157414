/** What synthesis says about a stack in its manifest. */
export interface StackEntry {
  readonly name: string;
  /** Folder with the stack's Terraform JSON, relative to the output folder. */
  readonly workingDirectory: string;
  /** Names of the stacks whose outputs it reads. */
  readonly dependencies: readonly string[];
}

/** Stacks so that each comes after those that it depends on; equals stay in order of their names. @throws on a cycle. */
export function inOrder(stacks: readonly StackEntry[]): StackEntry[] {
  const waiting = [...stacks].sort((a, b) => a.name.localeCompare(b.name));
  const known = new Set(waiting.map(({ name }) => name));
  const ordered: StackEntry[] = [];
  const done = new Set<string>();
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ dependencies }) =>
      dependencies.every((name) => done.has(name) || !known.has(name)),
    );
    if (next < 0) throw new Error(`stacks depend on each other: ${waiting.map(({ name }) => name).join(", ")}`);
    const [stack] = waiting.splice(next, 1) as [StackEntry];
    ordered.push(stack);
    done.add(stack.name);
  }
  return ordered;
}
