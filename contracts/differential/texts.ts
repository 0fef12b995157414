import fc from "fast-check";

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The same text with some of its UTF-16 units written as escape sequences, in either case of their digits. */
export const withEscapes = (content: string): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: 3 }), { minLength: content.length, maxLength: content.length }).map((choices) =>
    [...content.split("")]
      .map((unit, index) => {
        if (choices[index] === 0) return escaped(unit);
        return choices[index] === 1 ? escaped(unit).toUpperCase().replace("\\U", "\\u") : unit;
      })
      .join(""),
  );

/** What stands inside the quotes of a string: letters, escapes right and wrong, lone surrogates, control characters. */
export const stringContent: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 6 }),
      fc.constantFrom("\\n", "\\/", "\\\\", '\\"', "\\b\\f\\r\\t", "\\u0000", "\\ud800", "\\udfff", "\\uD83D\\uDE00"),
      fc.constantFrom(
        "\\x",
        "\\u12",
        "\\u12g4",
        "\\U0041",
        "\\'",
        "\\",
        '"',
        "\n",
        "\u0000",
        "\u001f",
        "\u007f",
        "\u2028",
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));

const symbol = fc.stringMatching(/^[A-Z][A-Z0-9.-]{0,13}$/);

/** JSON of a ticker, or of what is nearly one. */
export const tickerText: fc.Arbitrary<string> = fc
  .oneof(
    symbol,
    symbol.chain(withEscapes),
    fc.stringMatching(/^[A-Za-z0-9 ._-]{0,14}$/),
    fc
      .tuple(symbol, fc.constantFrom("\\n", "\\u0000", " ", "Ä", "\\ud83d\\ude00", "\u0391"))
      .map((pair) => pair.join("")),
    stringContent,
  )
  .map((content) => `"${content}"`);

/** Whitespace that JSON knows, and now and then one that it does not. */
export const whitespace: fc.Arbitrary<string> = fc.oneof(
  { weight: 100, arbitrary: fc.stringMatching(/^[ \t\r\n]{0,3}$/) },
  { weight: 1, arbitrary: fc.constantFrom("\f", "\v", "\u00a0", "\u2028", "\u3000", "\ufeff", "\u0000", "\u0085") },
);
