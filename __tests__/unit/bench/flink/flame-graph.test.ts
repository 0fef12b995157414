import { flameGraph } from "../../../../bench/flink/flame-graph";

const STACKS = [
  "main;marketdata/A.parse;java/B.read 60",
  "main;marketdata/A.parse 20",
  "main;java/C.rest<> 20",
  "main;tiny 0",
];
const graph = flameGraph("Where & why", STACKS.join("\n"));

const widthOf = (name: string): number =>
  Number(new RegExp(`<title>${name}: [\\d.]+ %</title><rect[^>]*width="([\\d.]+)"`).exec(graph)?.[1]);

test("a frame is as wide as its share of all samples, what it called included", () => {
  expect(widthOf("main")).toBeCloseTo(1200);
  expect(widthOf("marketdata/A.parse")).toBeCloseTo(960);
  expect(widthOf("java/B.read")).toBeCloseTo(720);
});

test("a frame stands on the one that called it", () => {
  const y = (name: string) =>
    Number(new RegExp(`<title>${name}:[^<]*</title><rect x="[\\d.]+" y="(\\d+)"`).exec(graph)![1]);
  expect(y("all")).toBeGreaterThan(y("main"));
  expect(y("main")).toBeGreaterThan(y("marketdata/A.parse"));
});

test("what is too thin to be seen is left out", () => {
  expect(graph).not.toContain("tiny");
});

test("nothing in names is taken for markup", () => {
  expect(graph).toContain("Where &amp; why");
  expect(graph).toContain("java/C.rest&lt;>: 20.0 %");
});
