/** Waits for the first of several reasons to end. */
export class Completion<Reason> {
  /** The first reason that came, or the error. */
  readonly ended: Promise<Reason>;

  private readonly timers = new Map<Reason, NodeJS.Timeout>();
  private settle: { resolve: (reason: Reason) => void; reject: (error: Error) => void } | undefined;

  constructor() {
    this.ended = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  end(reason: Reason): void {
    this.stop()?.resolve(reason);
  }

  fail(error: Error): void {
    this.stop()?.reject(error);
  }

  /** Ends for this reason after so many milliseconds, unless calling this again puts it off. */
  endAfter(reason: Reason, ms: number): void {
    if (!this.settle) return;
    clearTimeout(this.timers.get(reason));
    this.timers.set(
      reason,
      setTimeout(() => this.end(reason), ms),
    );
  }

  /** Stops all timers; answers how to settle, the first time only. */
  private stop() {
    const { settle } = this;
    this.settle = undefined;
    for (const timer of this.timers.values()) clearTimeout(timer);
    return settle;
  }
}
