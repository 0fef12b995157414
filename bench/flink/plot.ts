import type { Spread } from "./statistics";
import { escaped, svg, TEXT_COLOR } from "./svg";

/** A bar and how far its rounds lay apart. */
export interface Bar {
  readonly label: string;
  readonly value: Spread;
}

/** Bars under one heading. */
export interface Group {
  readonly heading: string;
  readonly bars: readonly Bar[];
}

const WIDTH = 860;
const LABELS = 230;
const VALUES = 90;
const ROW = 26;
const BAR = 16;
const HEADING = 34;
const FILLS = ["#4c78a8", "#e08214"];

/** Horizontal bars as an SVG image: medians, with a line from the least to the greatest round. */
export function barChart(title: string, groups: readonly Group[], show: (value: number) => string): string {
  const greatest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value.greatest)));
  const scale = (WIDTH - LABELS - VALUES) / greatest;
  let y = HEADING;
  const parts = groups.flatMap((group, index) => {
    const heading = text(10, y + HEADING - 12, group.heading, "font-weight='bold'");
    const rows = group.bars.map((bar, row) =>
      barAt(y + HEADING + row * ROW, bar, scale, FILLS[index % FILLS.length]!, show),
    );
    y += HEADING + group.bars.length * ROW;
    return [heading, ...rows];
  });
  return svg(title, WIDTH, y + 10, parts);
}

function barAt(
  top: number,
  { label, value }: Bar,
  scale: number,
  fill: string,
  show: (value: number) => string,
): string {
  const [middle, end] = [top + BAR / 2, LABELS + value.greatest * scale];
  const line = `stroke="${TEXT_COLOR}" stroke-width="1.5"`;
  const least = LABELS + value.least * scale;
  return [
    text(LABELS - 8, middle + 5, label, "text-anchor='end'"),
    `<rect x="${LABELS}" y="${top}" width="${round(value.median * scale)}" height="${BAR}" fill="${fill}"/>`,
    `<path d="M${round(least)} ${middle}H${round(end)}M${round(least)} ${middle - 4}v8M${round(end)} ${middle - 4}v8" ${line}/>`,
    text(end + 8, middle + 5, show(value.median)),
  ].join("\n");
}

const round = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, content: string, attributes = ""): string =>
  `<text x="${round(x)}" y="${y}"${attributes ? ` ${attributes}` : ""}>${escaped(content)}</text>`;
