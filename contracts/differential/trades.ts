import fc from "fast-check";

/** The contract's fields, each with its JSON text. */
export type Fields = Readonly<Record<"ticker" | "price" | "volume" | "timestamp", string>>;

/** JSON of a trade with these members, in this order. */
export const object = (members: readonly (readonly [name: string, json: string])[]): string =>
  `{${members.map(([name, json]) => `${name}:${json}`).join(",")}}`;

/** Members of an object with the names in quotes. */
export const members = (fields: Fields): [name: string, json: string][] =>
  Object.entries(fields).map(([name, json]) => [`"${name}"`, json]);

/** Fields that the contract accepts, as producers write them. `now` is the clock of the cases, in unix seconds. */
export const validFields = (now: number): fc.Arbitrary<Fields> =>
  fc.record({
    ticker: fc.stringMatching(/^[A-Z][A-Z0-9.-]{0,11}$/).map((symbol) => `"${symbol}"`),
    price: fc
      .double({ min: Number.MIN_VALUE, noDefaultInfinity: true, noNaN: true })
      .map((price) => JSON.stringify(price)),
    volume: fc.maxSafeNat().map(String),
    timestamp: fc.integer({ min: 1, max: now }).map(String),
  });

/** Any whole JSON value as text. */
export const anyJson: fc.Arbitrary<string> = fc.json({ maxDepth: 3 });
