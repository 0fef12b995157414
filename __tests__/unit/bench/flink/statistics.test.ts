import { ratios, spreadOf } from "../../../../bench/flink/statistics";

test.each([
  { values: [3], median: 3, least: 3, greatest: 3 },
  { values: [10, 9, 100], median: 10, least: 9, greatest: 100 },
  { values: [4, 1, 2, 3], median: 2.5, least: 1, greatest: 4 },
])("the median of $values is $median", ({ values, ...spread }) => {
  expect(spreadOf(values)).toEqual(spread);
});

test("no measurements have no median", () => {
  expect(() => spreadOf([])).toThrow("at least one value");
});

test("ratios pair the rounds, so that a slow round slows both sides", () => {
  expect(ratios([10, 1, 30], [20, 2, 60])).toEqual({ median: 0.5, least: 0.5, greatest: 0.5 });
});

test("a round that one side lacks is left out of the ratios", () => {
  expect(ratios([10, 40], [20])).toEqual({ median: 0.5, least: 0.5, greatest: 0.5 });
});
