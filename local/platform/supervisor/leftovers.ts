import { sep } from "node:path";
import { PROJECT_DIR } from "../paths";
import { processes, stopProcess } from "../process";
import { isRunning, type SupervisorState } from "./state";

const SUPERVISOR_GRACE_MS = 120_000;
const PART_GRACE_MS = 20_000;

/**
 * Stops the supervisor and with it every part; what a supervisor that is gone has left behind is stopped here.
 * @returns how many process groups were stopped
 */
export async function stopEverything(state: SupervisorState | undefined): Promise<number> {
  if (!state) return 0;
  let stopped = 0;
  if (isRunning(state)) {
    await stopProcess(state.pid, SUPERVISOR_GRACE_MS);
    stopped++;
  }
  // Numbers are used again: only groups of which a member was started from this project are ours.
  const ours = new Set(
    processes().flatMap(({ group, command }) => (command.includes(PROJECT_DIR + sep) ? [group] : [])),
  );
  for (const { pid } of [...state.parts].reverse()) {
    if (pid === undefined || !ours.has(pid)) continue;
    await stopProcess(-pid, PART_GRACE_MS);
    stopped++;
  }
  return stopped;
}
