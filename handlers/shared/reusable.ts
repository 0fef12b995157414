/** A connection that lives as long as the execution environment. */
export interface Reusable<T> {
  /** The open connection; opened at the first call and after `discard`. */
  get(): Promise<T>;
  /** Forgets the connection, so that the next invocation starts with a fresh one, and closes it without waiting. */
  discard(): void;
}

/** Opens a connection once and keeps it; a failed opening is not kept, and errors on closing do not matter any more. */
export function reusable<T>(open: () => Promise<T>, close: (connection: T) => Promise<void>): Reusable<T> {
  let current: Promise<T> | undefined;
  return {
    get() {
      current ??= open().catch((error: unknown) => {
        current = undefined;
        throw error;
      });
      return current;
    },
    discard() {
      const discarded = current;
      current = undefined;
      discarded?.then(close).catch(() => undefined);
    },
  };
}
