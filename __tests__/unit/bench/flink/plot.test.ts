import { barChart } from "../../../../bench/flink/plot";

const chart = barChart(
  "Speed <of> it",
  [
    { heading: "first", bars: [{ label: "a & b", value: { median: 50, least: 40, greatest: 100 } }] },
    { heading: "second", bars: [{ label: "c", value: { median: 25, least: 25, greatest: 25 } }] },
  ],
  (value) => `${value} r/s`,
);

test("bars are as long as their medians, on one scale", () => {
  const widths = [...chart.matchAll(/<rect[^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(2);
  expect(widths[0]! / widths[1]!).toBeCloseTo(2);
});

test("names and values are there, and nothing in them is taken for markup", () => {
  for (const text of ["Speed &lt;of> it", "a &amp; b", "50 r/s", "25 r/s", "first", "second"])
    expect(chart).toContain(text);
});

test("everything is inside the picture", () => {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(chart)!.map(Number);
  for (const [, x, y] of chart.matchAll(/<(?:text|rect) x="([\d.]+)" y="([\d.]+)"/g)) {
    expect(Number(x)).toBeLessThan(width!);
    expect(Number(y)).toBeLessThan(height!);
  }
});
