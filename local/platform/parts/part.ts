import type { Launch } from "../process";

/** A program that the laptop consists of. */
export interface Part {
  readonly name: string;
  /** Makes it ready to be started, every time it is. */
  readonly prepare: () => Promise<Launch>;
  /** Resolves while it serves. @throws with the reason otherwise */
  readonly check: () => Promise<void>;
  /** How long it may take to end by itself when asked to. */
  readonly graceMs: number;
}

/** Fails unless something answers at the URL within the time, whatever it says. */
export async function checkAnswers(url: string, timeoutMs = 5_000): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  await response.body?.cancel();
}
