import { setTimeout as sleep } from "node:timers/promises";
import type { Part } from "../parts/part";
import { PATIENCE, PartKeeper, type Patience } from "./keeper";
import { type SupervisorState, writeState } from "./state";

const POLL_MS = 100;

/**
 * Keeps parts running and writes their condition to a file. Parts come in stages: those of a later stage are started
 * once the earlier ones are healthy, and stopped first.
 */
export class Supervisor {
  private readonly startedAt = Date.now();
  private readonly stages: readonly (readonly PartKeeper[])[];
  private readonly kept: Promise<void>[][] = [];
  private stopping = false;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    stages: readonly (readonly Part[])[],
    private readonly stateFile: string,
    patience: Patience = PATIENCE,
  ) {
    this.stages = stages.map((parts) => parts.map((part) => new PartKeeper(part, () => this.write(), patience)));
  }

  /** Starts stage after stage; returns when the last one is started. */
  async start(): Promise<void> {
    this.write();
    for (const keepers of this.stages) {
      if (this.stopping) return;
      this.kept.push(keepers.map((keeper) => keeper.keep()));
      while (!this.stopping && keepers.some(({ state }) => state.condition !== "healthy")) await sleep(POLL_MS);
    }
  }

  /** Stops stage after stage, the last first; returns when no part runs any more. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const [stage, keepers] of [...this.stages.entries()].reverse()) {
      for (const keeper of keepers) keeper.stop();
      await Promise.all(this.kept[stage] ?? []);
    }
    await this.writing;
  }

  private write(): void {
    const state: SupervisorState = {
      pid: process.pid,
      startedAt: this.startedAt,
      parts: this.stages.flat().map((keeper) => keeper.state),
    };
    this.writing = this.writing
      .then(() => writeState(this.stateFile, state))
      .catch((error: Error) => console.error(`cannot write ${this.stateFile}: ${error.message}`));
  }
}
