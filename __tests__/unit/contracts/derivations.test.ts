import { featureDefinitions } from "../../../contracts/feature-definitions";
import { EVENT_TIME, FeatureRecord, RECORD_IDENTIFIER, toFeatureRecord } from "../../../contracts/feature-record";
import { glueColumns } from "../../../contracts/glue-columns";
import { StockAggregate } from "../../../contracts/stock-aggregate";

const aggregate: StockAggregate = {
  ticker: "AMZN",
  window_start: 1_700_000_040,
  window_end: 1_700_000_100,
  record_count: 2,
  price_sum: 3.5,
  price_avg: 1.75,
  price_min: 1,
  price_max: 2.5,
  price_open: 1,
  price_close: 2.5,
  volume_sum: 30,
};

describe("StockAggregate", () => {
  test("accepts a window", () => {
    expect(StockAggregate.parse(aggregate)).toEqual(aggregate);
  });

  test.each<[string, Partial<Record<keyof StockAggregate, unknown>>]>([
    ["an empty window", { record_count: 0 }],
    ["a price that is not finite", { price_sum: Number.POSITIVE_INFINITY }],
    ["a negative volume", { volume_sum: -1 }],
    ["a fractional window", { window_end: 1.5 }],
    ["a ticker in lower case", { ticker: "amzn" }],
  ])("refuses %s", (_what, change) => {
    expect(StockAggregate.safeParse({ ...aggregate, ...change }).success).toBe(false);
  });

  test("the first window of all begins at 0", () => {
    expect(StockAggregate.safeParse({ ...aggregate, window_start: 0, window_end: 60 }).success).toBe(true);
  });
});

describe("Glue columns", () => {
  test("are the aggregate's fields, in its order", () => {
    expect(glueColumns().map(({ name }) => name)).toEqual(Object.keys(aggregate));
  });

  test("keep integers whole, prices as doubles, and say what they hold", () => {
    const types = Object.fromEntries(glueColumns().map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({ ticker: "string", window_end: "bigint", price_avg: "double", volume_sum: "bigint" });
    expect(glueColumns().every(({ comment }) => comment.length > 0)).toBe(true);
  });
});

describe("features", () => {
  test("are the aggregate's fields and the event time", () => {
    expect(featureDefinitions().map(({ name }) => name)).toEqual([...Object.keys(aggregate), EVENT_TIME]);
  });

  test("have the types that Feature Store asks of the identifier and the event time", () => {
    const types = Object.fromEntries(featureDefinitions().map(({ name, type }) => [name, type]));
    expect(types[RECORD_IDENTIFIER]).toBe("String");
    expect(types[EVENT_TIME]).toBe("Fractional");
    expect(types.record_count).toBe("Integral");
  });

  test("an aggregate's event time is its window's end", () => {
    const record = toFeatureRecord(aggregate);
    expect(FeatureRecord.parse(record)).toEqual({ ...aggregate, event_time: aggregate.window_end });
  });
});
