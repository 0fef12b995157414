/** What a phase came to, by stack. */
export type Outcome<T> = ReadonlyMap<string, T>;
