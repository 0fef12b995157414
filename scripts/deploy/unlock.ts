import { holderOf, type Lock } from "../plan/refusal";
import type { Ask } from "./ask";

/** A stack whose state is locked, and nobody has said that the lock may be removed. */
export class LockedError extends Error {
  override readonly name = "LockedError";
}

/** How a lock may be removed: by its id, given beforehand, or by an answer. */
export interface Permission {
  readonly environment: string;
  readonly unlock: string | undefined;
  /** None where nobody can answer. */
  readonly ask: Ask | undefined;
}

/**
 * Lets a person decide about a lock: it may be that of a running deployment, and two that write one state destroy it.
 * @throws LockedError unless its id was given, or the question is answered with it
 */
export async function permitUnlock(stack: string, lock: Lock, { environment, unlock, ask }: Permission): Promise<void> {
  const held = `The state of ${stack} is locked by ${holderOf(lock)}`;
  if (unlock === lock.id) return;
  if (unlock !== undefined) {
    throw new LockedError(`${held}, and not by ${unlock}, which --unlock names: nothing was unlocked.`);
  }
  if (!ask) {
    throw new LockedError(
      `${held}. If that is still running, wait for it; if it was interrupted, use \`npm run deploy -- ${environment} --yes --unlock ${lock.id}\`.`,
    );
  }
  console.log(`${held}.\nIf that is still running, wait for it. If it was interrupted, its lock can be removed.`);
  const answer = await ask("Type the lock's id to remove it, anything else to stop: ");
  if (answer !== lock.id) throw new LockedError(`The lock on ${stack} was left in place: nothing was changed.`);
}
