/** Something that others must come before. */
export interface Ordered {
  readonly name: string;
  readonly dependencies: readonly string[];
}

/**
 * Does the work for each item once it is done for those that it depends on, at most `width` at a time. `backwards` turns the order
 * around. After a failure no further work begins; what is under way is waited for. @throws the first failure
 */
export async function inDependencyOrder<T extends Ordered>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  { width, backwards = false }: { readonly width: number; readonly backwards?: boolean },
): Promise<void> {
  const waiting = new Set(items);
  const running = new Map<T, Promise<void>>();
  const failures: unknown[] = [];
  const unfinished = (name: string): boolean => [...waiting, ...running.keys()].some((item) => item.name === name);
  const isReady = (item: T): boolean =>
    backwards
      ? ![...waiting, ...running.keys()].some(({ dependencies }) => dependencies.includes(item.name))
      : !item.dependencies.some(unfinished);
  while (waiting.size > 0 || running.size > 0) {
    const next = failures.length === 0 && running.size < width ? [...waiting].find(isReady) : undefined;
    if (next) {
      waiting.delete(next);
      const done = work(next)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(next));
      running.set(next, done);
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else if (failures.length > 0) {
      break;
    } else {
      throw new Error(`These depend on each other: ${[...waiting].map(({ name }) => name).join(", ")}.`);
    }
  }
  if (failures.length > 0) throw failures[0];
}
