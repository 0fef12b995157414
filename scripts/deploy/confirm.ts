import type { Ask } from "./ask";

/** A plan that nobody has agreed to. */
export class NotConfirmedError extends Error {
  override readonly name = "NotConfirmedError";
}

/** Who agrees to plans: a person who is asked, or `--yes` beforehand, for plans with warnings only together with `--accept-warnings`. */
export type Consent = { readonly ask: Ask } | { readonly acceptWarnings: boolean };

/** @throws NotConfirmedError unless the stack's plan may be applied */
export async function confirm(stack: string, warnings: readonly string[], consent: Consent): Promise<void> {
  if ("ask" in consent) {
    const answer = await consent.ask(`Apply this plan to ${stack}? Only "yes" applies it: `);
    if (answer !== "yes") throw new NotConfirmedError(`${stack} was not changed, nor any stack after it.`);
    return;
  }
  if (warnings.length > 0 && !consent.acceptWarnings) {
    throw new NotConfirmedError(
      `${stack} was not changed, nor any stack after it: --yes does not cover a plan with warnings. Apply it from a terminal, or add --accept-warnings.`,
    );
  }
}
