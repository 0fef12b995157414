import { ConversionError, converterFor } from "../../../../../local/services/firehose/convert";

const column = (Type: string) => converterFor([{ Name: "x", Type }]);
const value = (type: string, json: string) => column(type).convert(Buffer.from(`{"x":${json}}`)).x;

describe("converterFor", () => {
  it.each([
    ["string", '"a"', "a"],
    ["string", "1.5", "1.5"],
    ["string", '{"a":1}', '{"a":1}'],
    ["bigint", "9007199254740991", Number.MAX_SAFE_INTEGER],
    ["bigint", '"12"', 12],
    ["int", "-2147483648", -2147483648],
    ["double", "1e3", 1000],
    ["double", '"1.5"', 1.5],
    ["boolean", "true", true],
    ["boolean", '"false"', false],
    ["timestamp", '"2026-03-04 05:06:07"', "2026-03-04T05:06:07.000"],
    ["timestamp", "1700000000", "2023-11-14T22:13:20.000"],
    ["date", '"2026-03-04"', "2026-03-04"],
    ["date", '"2024-02-29"', "2024-02-29"],
    ["bigint", "null", null],
  ])("%s takes %s", (type, json, expected) => expect(value(type, json)).toBe(expected));

  it.each([
    ["bigint", "1.5"],
    ["bigint", '"many"'],
    ["bigint", "9007199254740993"],
    ["int", "2147483648"],
    ["double", '"a"'],
    ["double", '""'],
    ["boolean", "1"],
    ["timestamp", '"soon"'],
    ["date", '"2026-13-40"'],
    ["date", '"2026-02-30"'],
    ["timestamp", '"2026-02-30 05:06:07"'],
  ])("%s refuses %s", (type, json) => {
    expect(() => value(type, json)).toThrow(expect.objectContaining({ code: "DataFormatConversion.MalformedData" }));
  });

  it.each(["", "{", "[1]", "null", "text"])("refuses the record %p", (text) => {
    expect(() => column("string").convert(Buffer.from(text))).toThrow(ConversionError);
  });

  it("refuses bytes that are no UTF-8, and a tombstone", () => {
    expect(() => column("string").convert(Buffer.from([0xff, 0xfe]))).toThrow(ConversionError);
    expect(() => column("string").convert(null)).toThrow(ConversionError);
  });

  it("compares names without case, leaves unknown members out and fills missing ones", () => {
    const converter = converterFor([
      { Name: "Ticker", Type: "string" },
      { Name: "n", Type: "bigint" },
    ]);
    expect(converter.convert(Buffer.from('{"TICKER":"A","other":1}'))).toEqual({ ticker: "A", n: null });
  });

  it("names a type it does not write", () =>
    expect(() => column("array<string>")).toThrow(/Column x has type "array<string>"/));
});
