/** Thrown when work would outlast the invocation. */
export class DeadlineExceeded extends Error {
  override readonly name = "DeadlineExceeded";
}

/** Time kept back for the answer, the log and the metrics, in milliseconds. */
const MARGIN_MS = 1_500;

/** When an invocation must have stopped working: a margin before Lambda ends it. */
export class Deadline {
  /** @param remainingInvocationMs milliseconds until Lambda ends the invocation */
  constructor(
    private readonly remainingInvocationMs: () => number,
    private readonly marginMs = MARGIN_MS,
  ) {}

  /** Milliseconds left for work, never negative. */
  remainingMs(): number {
    return Math.max(0, this.remainingInvocationMs() - this.marginMs);
  }

  get passed(): boolean {
    return this.remainingMs() === 0;
  }

  /** This deadline, or one in so many milliseconds from now if that is earlier. */
  atMost(ms: number): Deadline {
    const keptBack = Math.max(0, this.remainingMs() - ms);
    return new Deadline(() => this.remainingMs() - keptBack, 0);
  }

  /**
   * The result of `work` if it comes in time. The work itself is not stopped: it needs time-outs of its own.
   *
   * @throws DeadlineExceeded naming `what`
   */
  async within<T>(what: string, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const expiry = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new DeadlineExceeded(`${what} did not finish before the function's own time-out`)),
        this.remainingMs(),
      );
    });
    try {
      return await Promise.race([work, expiry]);
    } finally {
      clearTimeout(timer);
    }
  }
}
