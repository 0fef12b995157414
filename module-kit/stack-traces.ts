// The module itself, for an import of its names could not be assigned to.
import stackTrace = require("cdktf/lib/tokens/private/stack-trace");

/**
 * Leaves out the stack trace that cdktf keeps for every token: nothing shows them, and taking them costs a third of a synthesis.
 * Errors keep theirs.
 */
export function leaveOutTokenTraces(): void {
  // cdktn, cdktf's successor, does not go through the export below but reads this at each call.
  process.env.CDKTN_DISABLE_CREATION_STACK = "1";
  stackTrace.captureStackTrace = () => [];
}
