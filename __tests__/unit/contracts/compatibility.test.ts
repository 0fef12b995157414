import { readFileSync } from "node:fs";
import { join } from "node:path";
import { breakingChanges, type Contracts } from "../../../contracts/compatibility";
import { committedContracts, currentContracts, generatedFiles } from "../../../contracts/generate";
import type { PropertySchema } from "../../../contracts/json-schema";

const withField = (schema: PropertySchema, required = ["field"]): Contracts => ({
  Event: { properties: { field: schema }, required },
});
const text: PropertySchema = { type: "string" };
const integer: PropertySchema = { type: "integer", minimum: 0, maximum: 10 };

describe("a breaking change is named", () => {
  test.each<[string, PropertySchema, PropertySchema, string]>([
    ["retyped", text, { type: "number" }, "type changed from string to number"],
    ["narrowed to integers", { type: "number" }, { type: "integer" }, "type changed from number to integer"],
    ["a pattern added", text, { ...text, pattern: "^a$" }, "pattern became ^a$ (was free)"],
    ["a pattern changed", { ...text, pattern: "^a$" }, { ...text, pattern: "^b$" }, "pattern became ^b$ (was ^a$)"],
    ["a format added", text, { ...text, format: "date-time" }, "format became date-time"],
    ["a value dropped", { ...text, enum: ["a", "b"] }, { ...text, enum: ["a"] }, '"b" is no longer allowed'],
    ["values listed", text, { ...text, enum: ["a"] }, "only a are allowed now"],
    ["a minimum raised", integer, { ...integer, minimum: 1 }, "lower bound rose from 0 to 1"],
    [
      "a minimum made exclusive",
      integer,
      { ...integer, exclusiveMinimum: 0 },
      "lower bound rose from 0 to more than 0",
    ],
    ["a minimum added", { type: "number" }, { type: "number", minimum: 0 }, "lower bound rose from -Infinity to 0"],
    ["a maximum lowered", integer, { ...integer, maximum: 9 }, "maximum fell from 10 to 9"],
    ["a maximum added", { type: "number" }, { type: "number", maximum: 9 }, "maximum fell from Infinity to 9"],
  ])("%s", (_change, before, after, sentence) => {
    const changes = breakingChanges(withField(before), withField(after));
    expect(changes).toEqual([expect.stringContaining(sentence)]);
    expect(changes[0]).toMatch(/^Event\.field: /);
  });

  test.each<[string, Contracts, Contracts, string]>([
    ["a contract removed", withField(text), {}, "Event: removed"],
    ["a field removed", withField(text), { Event: { properties: {} } }, "Event.field: removed"],
    [
      "a field became required",
      withField(text, []),
      withField(text),
      "Event.field: became required, and records already in the topics may lack it",
    ],
    [
      "a required field added",
      { Event: { properties: {} } },
      withField(text),
      "Event.field: is new and required, and records already in the topics lack it: make it .optional() until none of them is left",
    ],
    [
      "unknown fields refused",
      withField(text),
      { Event: { ...withField(text).Event!, additionalProperties: false } },
      "Event: unknown fields are refused now",
    ],
  ])("%s", (_change, before, after, sentence) => {
    expect(breakingChanges(before, after)).toEqual([sentence]);
  });

  test("every change of a contract is listed, not only the first", () => {
    const before = { A: { properties: { x: text, y: integer } }, B: { properties: {} } };
    const after = { A: { properties: { y: { ...integer, minimum: 5, maximum: 6 } } } };
    expect(breakingChanges(before, after)).toHaveLength(4);
  });
});

describe("a compatible change passes", () => {
  test.each<[string, Contracts, Contracts]>([
    ["nothing changed", withField(integer), withField(integer)],
    ["an optional field added", { Event: { properties: {} } }, withField(text, [])],
    ["a field became optional", withField(text), withField(text, [])],
    ["bounds widened", withField(integer), withField({ type: "integer", minimum: -1, maximum: 11 })],
    ["a bound dropped", withField(integer), withField({ type: "integer" })],
    ["a pattern dropped", withField({ ...text, pattern: "^a$" }), withField(text)],
    ["a value allowed", withField({ ...text, enum: ["a"] }), withField({ ...text, enum: ["a", "b"] })],
    ["integers widened to numbers", withField({ type: "integer" }), withField({ type: "number" })],
    ["a description changed", withField(text), withField({ ...text, description: "new" })],
    ["a contract added", {}, withField(text)],
  ])("%s", (_change, before, after) => {
    expect(breakingChanges(before, after)).toEqual([]);
  });
});

describe("the committed contracts", () => {
  test("are not broken by the present ones", () => {
    expect(breakingChanges(committedContracts(), currentContracts())).toEqual([]);
  });

  test("are generated afresh: the snapshot, the job's schemas and its parser's cases", () => {
    const root = join(__dirname, "../../..");
    for (const [path, text] of Object.entries(generatedFiles())) {
      expect({ path, text: readFileSync(join(root, path), "utf8") }).toEqual({ path, text });
    }
  });
});
