import fc from "fast-check";
import { preview } from "../../../../handlers/replay/bytes";
import type { DeadLetter } from "../../../../handlers/replay/dead-letter";
import { readLines, toLine } from "../../../../handlers/replay/lines";
import { toMessage } from "../../../../handlers/replay/publish";

const LETTER: DeadLetter = {
  letter: "dlq/0/5",
  of: "prices/1/17",
  reason: "invalid_price",
  detail: "price is -1",
  at: "2026-01-01T00:00:00.000Z",
  correlationId: "c1",
  key: null,
  value: Buffer.from('{"price":-1}'),
  headers: [],
};
const line = (more: Partial<DeadLetter>) => toLine({ ...LETTER, ...more });

test("any bytes come back from a file as they were", () => {
  const bytes = fc.oneof(
    fc.uint8Array().map((some) => Buffer.from(some)),
    fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
    fc.constant(Buffer.from("\ufeff{}")),
  );
  const maybe = fc.option(bytes);
  const headers = fc.array(fc.tuple(fc.string(), maybe));
  fc.assert(
    fc.property(maybe, maybe, headers, (key, value, list) => {
      const { replacements, problems } = readLines(`${line({ key, value, headers: list })}\n`);
      expect(problems).toEqual([]);
      expect(replacements).toEqual([
        { line: 1, of: LETTER.of, reason: LETTER.reason, at: LETTER.at, key, value, headers: list },
      ]);
    }),
  );
});

test("text is kept as text, so that people and jq can change it", () => {
  expect(JSON.parse(line({})).value).toEqual({ text: '{"price":-1}' });
  expect(JSON.parse(line({ value: Buffer.from([0xff]) })).value).toEqual({ base64: "/w==" });
});

test.each<[string, string, string]>([
  ["no JSON", "{", "line 2: not JSON: "],
  ["an unknown field", JSON.stringify({ ...JSON.parse(line({})), vlaue: 1 }), "line 2: line: "],
  [
    "a value that is no bytes",
    JSON.stringify({ ...JSON.parse(line({})), value: 1 }),
    'line 2: value: expected {"text"',
  ],
  ["a source that is none", line({ of: "prices" }), "line 2: of: "],
  ["a record twice", line({}), 'line 3: of is "prices/1/17", as in line 2: remove one'],
])("%s is refused with its line's number", (_, broken, problem) => {
  const { problems } = readLines(`\n${broken}\n${line({})}\n`);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.startsWith(problem)).toBe(true);
});

test("a record is published to the refused one's partition, with its headers and the mark", () => {
  const headers = [
    ["a", Buffer.from("1")],
    ["__proto__", Buffer.from("2")],
    ["a", Buffer.from("3")],
  ] as const;
  const [replacement] = readLines(line({ headers })).replacements;
  const message = toMessage(replacement!);
  expect(message).toMatchObject({ partition: 1, key: null, value: LETTER.value });
  expect(Object.entries(message.headers!)).toEqual([
    ["a", [Buffer.from("1"), Buffer.from("3")]],
    ["__proto__", [Buffer.from("2")]],
    ["replay.of", "prices/1/17"],
  ]);
});

test("a preview is short and holds nothing that a terminal takes for a command", () => {
  expect(preview(Buffer.from("a\u001b[2J\u202eb\u0007\u009b\n"))).toBe("a\\u{1b}[2J\\u{202e}b\\u{7}\\u{9b}\\u{a}");
  expect(preview(Buffer.from("é".repeat(1_000_000)), 5)).toBe("ééééé…");
  expect(preview(Buffer.from([0xff]))).toBe("\\u{fffd}");
  expect(preview(null)).toBe("null");
});
