interface Sent {
  readonly partition: number;
  /** Kafka time, in unix milliseconds. */
  readonly sentMs: number;
  /** The trade's own time, in unix seconds. */
  readonly timestamp: number;
}

interface Moment {
  readonly sentMs: number;
  /** Newest timestamp of the partition's trades that were sent until then, in seconds. */
  readonly newest: number;
}

/** How far the trades of each partition had come at any time, found without looking at all of them. */
export class NewestByTime {
  private readonly partitions = new Map<number, Moment[]>();

  constructor(trades: readonly Sent[]) {
    for (const { partition, sentMs, timestamp } of [...trades].sort((a, b) => a.sentMs - b.sentMs)) {
      const moments = this.partitions.get(partition) ?? [];
      moments.push({ sentMs, newest: Math.max(moments.at(-1)?.newest ?? 0, timestamp) });
      this.partitions.set(partition, moments);
    }
  }

  /** The newest timestamp, in seconds, that any other partition had been sent by then; 0 if none had. */
  ofOthers(partition: number, atMs: number): number {
    const others = [...this.partitions].filter(([other]) => other !== partition);
    return Math.max(0, ...others.map(([, moments]) => newestAt(moments, atMs)));
  }
}

/** By bisection: the moments are in the order of time. */
function newestAt(moments: readonly Moment[], atMs: number): number {
  let [from, to] = [0, moments.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (moments[middle]!.sentMs <= atMs) from = middle + 1;
    else to = middle;
  }
  return moments[from - 1]?.newest ?? 0;
}
