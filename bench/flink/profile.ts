/** Where the time of a stack belongs: the group of the innermost frame that has one. */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  ["parsing: bytes to a trade or a reason", /^marketdata\/input\/(TradeParser|Json|Utf8|Ticker)/],
  [
    "watermarks and timestamps",
    /^marketdata\/input\/(TradeTimeWatermarks|ReadingClock)|TimestampsAndWatermarks|WatermarkOutput/,
  ],
  ["record with its headers, as it arrived", /^marketdata\/(input\/RawRecord|kafka\/InputReader|CorrelationId)/],
  [
    "pre-aggregation",
    /^marketdata\/window\/(PreAggregate|TradeTotals|PriceAccumulator|CompensatedSum|Tick|HeldWindow)/,
  ],
  ["RocksDB", /^org\/rocksdb|rocksdb::/],
  [
    "windows: merge, state, timers",
    /^marketdata\/window\/(MergeWindows|WindowsInMemory|ClosedWindows|LateTrades)|\/streaming\/api\/operators\/InternalTimer/,
  ],
  ["shuffle: serialization and network", /RecordWriterOutput|RecordWriter|\/io\/network\/|\/netty\//],
  ["Kafka's client: fetch, check, split into records", /^org\/apache\/kafka\/|KafkaPartitionSplitReader/],
  ["Flink: from source through the chain", /^org\/apache\/flink\//],
  ["garbage collector", /^(G1|GangWorker|WorkerThread|GCTaskThread|ParallelGC)/],
];
const OTHER = "other";
/** A frame of every stack of the just-in-time compiler, which is left out as it is of the measurements. */
const COMPILER = "CompileBroker::";

/** A part of the work and its share of the processor time, from 0 to 1. */
export interface Share {
  readonly group: string;
  readonly share: number;
}

/** The stacks, one per line as `outer;…;inner count`, that are not the compiler's. */
export const withoutCompiler = (collapsed: string): string =>
  collapsed
    .trim()
    .split("\n")
    .filter((line) => !line.includes(COMPILER))
    .join("\n");

/** Adds up stacks, one per line as `outer;…;inner count`, into parts of the work, the largest first. */
export function sharesOf(collapsed: string): Share[] {
  const counts = new Map<string, number>();
  for (const line of withoutCompiler(collapsed).split("\n")) {
    const space = line.lastIndexOf(" ");
    const group = groupOf(line.slice(0, space).split(";"));
    counts.set(group, (counts.get(group) ?? 0) + Number(line.slice(space + 1)));
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].map(([group, count]) => ({ group, share: count / total })).sort((a, b) => b.share - a.share);
}

function groupOf(frames: readonly string[]): string {
  for (const frame of [...frames].reverse()) {
    const group = GROUPS.find(([, pattern]) => pattern.test(frame));
    if (group) return group[0];
  }
  return OTHER;
}
