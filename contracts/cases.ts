/**
 * Values of input records at the contract's edges, by what they show. `npm run contracts` judges them by the zod contract into the
 * cases that the Flink job's parser is tested on.
 */
const trade = (fields: string): string =>
  `{"ticker":"AMZN","price":178.25,"volume":100,"timestamp":1700000000${fields}}`;
const withField = (name: string, json: string): string => {
  const fields = { ticker: '"AMZN"', price: "178.25", volume: "100", timestamp: "1700000000", [name]: json };
  return `{${Object.entries(fields)
    .map(([key, value]) => `"${key}":${value}`)
    .join(",")}}`;
};
const without = (name: string): string =>
  withField(name, "0")
    .replace(new RegExp(`"${name}":0,?`), "")
    .replace(",}", "}");

const table = (name: string, values: readonly string[]): [string, string][] =>
  values.map((json) => [`${name} = ${json}`, withField(name, json)]);

/** The clock of every case, in unix seconds. */
export const CASES_NOW = 1_700_000_100;

const NUMBERS = [
  "null",
  "true",
  '"1"',
  '"1.5"',
  "[]",
  "[1]",
  "{}",
  "-1",
  "-0",
  "0",
  "0.0",
  "0.5",
  "1.0",
  "1e2",
  "1E+2",
  "100e-2",
  "1.5",
];
const LIMITS = [
  "9007199254740991",
  "9007199254740991.0",
  "9007199254740991.4",
  "9007199254740992",
  "9007199254740993",
  "1e400",
  "-1e400",
  "1e-400",
];
const BROKEN_NUMBERS = [
  "01",
  "1.",
  ".5",
  "+1",
  "1e",
  "1e+",
  "-",
  "- 1",
  "0x10",
  "NaN",
  "Infinity",
  "1_000",
  "1,5",
  "1.2.3",
  "--1",
];

/** Cases that are text. */
export const TEXT_CASES: readonly (readonly [name: string, text: string])[] = [
  ["a trade", trade("")],
  ["whitespace everywhere", '\t\r\n {\n"ticker" : "AMZN" ,\t"price":1 , "volume" :\r2, "timestamp":3 } \n'],
  ["fields in another order", '{"timestamp":1,"volume":0,"price":0.01,"ticker":"A"}'],
  [
    "unknown fields of every type",
    trade(',"a":null,"b":true,"c":false,"d":"x","e":-1.5e-3,"f":[1,[2,{}]],"g":{"ticker":1}'),
  ],
  ["an unknown field with an empty name", trade(',"":1')],
  ["a field named __proto__", trade(',"__proto__":{"price":-1}')],
  ["a duplicate key: the last wins", trade(',"price":1,"price":2.5')],
  ["a duplicate key: the last is wrong", trade(',"price":-1')],
  [
    "a duplicate key: only the first is wrong",
    '{"ticker":1,"price":"x","volume":{},"timestamp":[],"ticker":"AMZN","price":1,"volume":1,"timestamp":1}',
  ],
  ["an escaped key", '{"\\u0074icker":"AMZN","pric\\u0065":1,"volume":1,"timestamp":1}'],
  ["an escaped ticker", withField("ticker", '"\\u0041MZN"')],
  ["keys are case-sensitive", '{"Ticker":"AMZN","PRICE":1,"volume":1,"timestamp":1}'],
  ...["ticker", "price", "volume", "timestamp"].map((name) => [`no ${name}`, without(name)] as const),
  ["nothing", "{}"],
  ["everything wrong: the first field is the reason", '{"ticker":"","price":0,"volume":-1,"timestamp":0}'],
  ...table("ticker", [
    '"A"',
    '"ABCDEFGHIJKL"',
    '"ABCDEFGHIJKLM"',
    '"BRK.B"',
    '"BF-B"',
    '"A1"',
    '""',
    '"1A"',
    '".A"',
    '"amzn"',
    '"AM ZN"',
    '"AMZN "',
  ]),
  ...table("ticker", [
    '"AMZN\\n"',
    '"AMZN\\u0000"',
    '"ÄMZN"',
    '"АMZN"',
    '"😀"',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
    "null",
    "1",
    "[]",
    '["AMZN"]',
    "{}",
    "true",
  ]),
  ...["price", "volume", "timestamp"].flatMap((name) => table(name, [...NUMBERS, ...LIMITS, ...BROKEN_NUMBERS])),
  ...table("price", [
    "5e-324",
    "2e-324",
    "1.7976931348623157e308",
    "1.7976931348623159e308",
    "0.1",
    "123456789012345678901234567890",
  ]),
  ...table("volume", [
    "0.1e1",
    "1.0000000000000001",
    "0.99999999999999999",
    "-0.0",
    "-1e-400",
    "1000000000000000000000e-6",
  ]),
  ...table("timestamp", ["1700000400", "1700000401", "253402300799", "1"]),
  ["a thousand digits", withField("volume", `${"0.".padEnd(1000, "0")}1e1000`)],
  ["an exponent of a thousand digits", withField("price", `1e${"9".repeat(1000)}`)],
  ["only whitespace", " \n\t"],
  ["not JSON", "hello"],
  ["a form feed is no whitespace", `\f${trade("")}`],
  ["a no-break space is no whitespace", `\u00a0${trade("")}`],
  ...["null", "true", "1", '"x"', "[]", '[{"ticker":"AMZN"}]', "-1.5"].map(
    (json) => [`${json} on its own`, json] as const,
  ),
  ...["{", "}", "[", "]", '"', ",", ":", "{]", "[}", "tru", "nul", "truee", "NULL", "'x'", "1 2"].map(
    (json) => [`only ${json}`, json] as const,
  ),
  ...[...trade("").matchAll(/[":,}]/g)].map(
    ({ index }) => [`cut after ${index} bytes`, trade("").slice(0, index)] as const,
  ),
  ...["x", "{}", ",", "}", "\u0000", "//", " 1", "\ufeff"].map(
    (rest) => [`trailing ${JSON.stringify(rest)}`, trade("") + rest] as const,
  ),
  ["a trailing comma", trade(",")],
  ["a trailing comma in an array", trade(',"a":[1,]')],
  ["a missing comma", '{"ticker":"AMZN" "price":1,"volume":1,"timestamp":1}'],
  ["a missing colon", '{"ticker" "AMZN","price":1,"volume":1,"timestamp":1}'],
  ["an unquoted key", '{ticker:"AMZN","price":1,"volume":1,"timestamp":1}'],
  ["a comment", trade("/* */")],
  ["a wrong escape", trade(',"a":"\\x"')],
  ["a short unicode escape", trade(',"a":"\\u12"')],
  ["a unicode escape of other letters", trade(',"a":"\\u12g4"')],
  ["every escape", trade(',"a":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud800"')],
  ["a wrong escape in a key", trade(',"\\q":1')],
  ["a control character in a string", trade(',"a":"\u0001"')],
  ["a newline in a string", trade(',"a":"\n"')],
  ["DEL and line separators in a string", trade(',"a":"\u007f\u2028\u2029"')],
  ["text beyond the basic plane", trade(',"a":"Zürich 東京 😀"')],
  ["a byte-order mark", `\ufeff${trade("")}`],
  ["brackets that cross", trade(',"a":[{]}')],
  ["an unclosed bracket deep down", trade(`,"a":${"[".repeat(100)}${"]".repeat(99)}`)],
  ["nested 500 deep", trade(`,"a":${"[".repeat(500)}${"]".repeat(500)}`)],
  ["objects nested 200 deep", trade(`,"a":${'{"a":'.repeat(200)}1${"}".repeat(200)}`)],
];

/** Cases that no text can hold, as hexadecimal bytes; they stand inside a string of an unknown field where `in` is set. */
export const BYTE_CASES: readonly (readonly [name: string, hex: string, where: "value" | "string"])[] = [
  ["an overlong NUL", "c080", "string"],
  ["an overlong slash", "e080af", "string"],
  ["a surrogate in UTF-8", "eda080", "string"],
  ["beyond U+10FFFF", "f4908080", "string"],
  ["a byte that UTF-8 never has", "ff", "string"],
  ["a lone continuation byte", "80", "string"],
  ["a cut sequence", "e282", "string"],
  ["the last code point", "f48fbfbf", "string"],
  ["broken UTF-8 alone", "c3", "value"],
  ["UTF-16 little endian", "fffe7b007d00", "value"],
  ["UTF-16 without a mark", "7b007d00", "value"],
  ["UTF-16 big endian", "feff007b007d", "value"],
  ["zero bytes", "00000000", "value"],
];
