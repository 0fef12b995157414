import fc from "fast-check";

type Change = readonly [kind: number, at: number, byte: number];

const KINDS: readonly ((bytes: Buffer, at: number, byte: number) => Buffer)[] = [
  /** Another byte in its place. */
  (bytes, at, byte) => Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at + 1)]),
  /** One bit turned. */
  (bytes, at, byte) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.of((bytes[at] ?? 0) ^ (1 << (byte & 7))), bytes.subarray(at + 1)]),
  /** Put in. */
  (bytes, at, byte) => Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]),
  /** Taken out. */
  (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  /** Swapped with the next. */
  (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + 2).reverse(), bytes.subarray(at + 2)]),
  /** Cut. */
  (bytes, at) => bytes.subarray(0, at),
  /** A part of it twice. */
  (bytes, at, byte) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - (byte & 15)))]),
];

const damage = (bytes: Buffer, changes: readonly Change[]): Buffer =>
  changes.reduce(
    (damaged, [kind, at, byte]) =>
      KINDS[kind % KINDS.length]?.(Buffer.from(damaged), at % (damaged.length + 1), byte) ?? damaged,
    bytes,
  );

/** Trades with one to three bytes changed, put in, taken out, swapped, repeated, or cut. */
export const damagedBytes = (trade: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      trade,
      fc.array(
        fc.tuple(
          fc.nat({ max: KINDS.length - 1 }),
          fc.nat({ max: 10_000 }),
          fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(...Buffer.from('"\\{}[]:,.eE+-0 \n'))),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([text, changes]) => damage(Buffer.from(text), changes));

/** Sequences at the edges of UTF-8: overlong, surrogates, beyond U+10FFFF, cut, lone; and whole ones. */
const SEQUENCES = [
  ...[
    "c080",
    "c1bf",
    "e08080",
    "e09fbf",
    "eda080",
    "edbfbf",
    "f0808080",
    "f08fbfbf",
    "f4908080",
    "f8888080",
    "ff",
    "fe",
    "80",
    "bf",
  ],
  ...[
    "c2",
    "e282",
    "f09f98",
    "efbbbf",
    "efbfbd",
    "efbfbf",
    "f48fbfbf",
    "ed9fbf",
    "ee8080",
    "c3a9",
    "f09f9880",
    "7f",
    "c280",
  ],
].map((hex) => Buffer.from(hex, "hex"));

/** Trades with an unknown field whose string holds such a sequence, or with the sequence anywhere else. */
export const brokenUtf8 = (trade: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      trade,
      fc.array(fc.constantFrom(...SEQUENCES), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.nat({ max: 10_000 }),
    )
    .map(([text, sequences, inString, at]) => {
      const whole = Buffer.from(inString ? `{"more":"",${text.slice(1)}` : text);
      const place = inString ? '{"more":"'.length : at % (whole.length + 1);
      return Buffer.concat([whole.subarray(0, place), ...sequences, whole.subarray(place)]);
    });
