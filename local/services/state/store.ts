import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** Replaces a file in one step: a reader sees the old content or the new, never half of it. */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  const file = openSync(temporary, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/**
 * A service's state in one JSON file. A change is on the disk before `change` returns; when it cannot be written, it did
 * not happen, and the error (disk full, say) goes to the caller.
 */
export class Store<T extends object> {
  private current: T;

  private constructor(
    private readonly path: string,
    initial: T,
  ) {
    this.current = initial;
  }

  /**
   * Opens `<dir>/<name>.json`, or starts with `initial`.
   * @throws Error when the file is damaged; it is left untouched.
   */
  static open<T extends object>(dir: string, name: string, initial: T): Store<T> {
    const path = join(dir, `${name}.json`);
    if (!existsSync(path)) return new Store(path, initial);
    try {
      return new Store(path, { ...initial, ...(JSON.parse(readFileSync(path, "utf8")) as T) });
    } catch (error) {
      throw new Error(`${path} cannot be read (${(error as Error).message}). Remove it, or start with --fresh.`);
    }
  }

  /** What is stored; change it through `change` only. */
  get value(): Readonly<T> {
    return this.current;
  }

  /** Applies a change to a copy, writes it, then lets it be seen. Answers what `apply` answers. */
  change<R>(apply: (draft: T) => R): R {
    const draft = structuredClone(this.current);
    const result = apply(draft);
    writeAtomically(this.path, JSON.stringify(draft, null, 1));
    this.current = draft;
    return result;
  }
}
