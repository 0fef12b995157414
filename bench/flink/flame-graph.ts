import { escaped, svg } from "./svg";

/** A frame, how many samples were in it or in what it called, and what it called. */
interface Frame {
  readonly name: string;
  samples: number;
  readonly callees: Map<string, Frame>;
}

const WIDTH = 1200;
const ROW = 16;
const HEADING = 30;
/** Frames with a smaller share of all samples are left out: they would be thinner than a line. */
const LEAST_SHARE = 0.002;
/** Of the font at its size, so that names end where their frames do. */
const CHARACTER = 6.2;
const COLORS: readonly (readonly [RegExp, string])[] = [
  [/^marketdata\//, "#4c78a8"],
  [/^org\/apache\/kafka\//, "#e08214"],
  [/^org\/apache\/flink\//, "#b8a5d6"],
  [/^(java|jdk|sun)\//, "#a6cf95"],
];
const NATIVE = "#c8c8c8";

/** What a profiler's collapsed stacks say, outermost frames at the bottom, as an SVG image; a frame's name and share show on hovering. */
export function flameGraph(title: string, collapsed: string): string {
  const root = frames(collapsed);
  const depth = depthOf(root, root.samples);
  const height = HEADING + depth * ROW + 4;
  const scale = WIDTH / root.samples;
  return svg(title, WIDTH, height, draw(root, 0, height - ROW - 4, { scale, total: root.samples }));
}

/** The tree of stacks, each one line as `outer;…;inner count`. */
function frames(collapsed: string): Frame {
  const root: Frame = { name: "all", samples: 0, callees: new Map() };
  for (const line of collapsed.trim().split("\n")) {
    const space = line.lastIndexOf(" ");
    const samples = Number(line.slice(space + 1));
    let frame = root;
    frame.samples += samples;
    for (const name of line.slice(0, space).split(";")) {
      const callee = frame.callees.get(name) ?? { name, samples: 0, callees: new Map<string, Frame>() };
      callee.samples += samples;
      frame.callees.set(name, callee);
      frame = callee;
    }
  }
  return root;
}

const visible = (frame: Frame, total: number): Frame[] =>
  [...frame.callees.values()]
    .filter(({ samples }) => samples / total >= LEAST_SHARE)
    .sort((a, b) => a.name.localeCompare(b.name));

const depthOf = (frame: Frame, total: number): number =>
  1 + Math.max(0, ...visible(frame, total).map((callee) => depthOf(callee, total)));

interface Scale {
  /** Width of a sample. */
  readonly scale: number;
  readonly total: number;
}

function draw(frame: Frame, x: number, y: number, { scale, total }: Scale): string[] {
  const parts = [box(frame, x, y, { scale, total })];
  let left = x;
  for (const callee of visible(frame, total)) {
    parts.push(...draw(callee, left, y - ROW, { scale, total }));
    left += callee.samples * scale;
  }
  return parts;
}

function box({ name, samples }: Frame, x: number, y: number, { scale, total }: Scale): string {
  const width = samples * scale;
  const color = COLORS.find(([pattern]) => pattern.test(name))?.[1] ?? NATIVE;
  const hint = `<title>${escaped(name)}: ${((100 * samples) / total).toFixed(1)} %</title>`;
  const rectangle = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${color}"/>`;
  const label = shortened(name, Math.floor(width / CHARACTER) - 1);
  const text = label && `<text x="${(x + 3).toFixed(1)}" y="${y + ROW - 4}" fill="#111">${escaped(label)}</text>`;
  return `<g>${hint}${rectangle}${text}</g>`;
}

/** Class and method, as much of them as there is room for; nothing when it would be unreadable. */
function shortened(name: string, room: number): string {
  const short = name.slice(name.lastIndexOf("/") + 1);
  if (short.length <= room) return short;
  return room < 4 ? "" : `${short.slice(0, room - 1)}…`;
}
