import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT_DIR } from "../paths";
import { commandLine } from "../process";

/** The supervisor's program, as it stands in its command line. */
export const SUPERVISOR = join("local", "platform", "supervisor", "main.ts");

/**
 * `unresponsive`: it runs and did not answer its last checks; it is started again when that does not end.
 * `failing`: it keeps crashing; it is still being tried, ever more slowly.
 */
export type PartCondition = "waiting" | "starting" | "healthy" | "unresponsive" | "restarting" | "failing" | "stopped";

/** Something that went wrong, and stays on record once it is over. */
export interface Incident {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly what: string;
}

export interface PartState {
  readonly name: string;
  readonly condition: PartCondition;
  /** Process and process group; absent while it is not running. */
  readonly pid?: number;
  /** How often it was started again since the laptop is up. */
  readonly restarts: number;
  /** Milliseconds since 1970 of the last change of condition. */
  readonly since: number;
  /** Why it is not healthy. */
  readonly detail?: string;
  /** The newest of its incidents since the laptop is up. */
  readonly lastIncident?: Incident;
}

/** What the supervisor writes down whenever it changes. */
export interface SupervisorState {
  readonly pid: number;
  readonly startedAt: number;
  readonly parts: readonly PartState[];
}

/** Written whole or not at all, so that a reader never sees half a file. */
export async function writeState(file: string, state: SupervisorState): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(state, null, 2));
  await rename(draft, file);
}

/** The state last written; it may be of a supervisor that is gone. */
export async function readState(file: string): Promise<SupervisorState | undefined> {
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as SupervisorState) : undefined;
}

/** Whether the supervisor that wrote the state still runs, and its number is not by now another program's, or another checkout's supervisor. */
export function isRunning(state: SupervisorState | undefined): state is SupervisorState {
  return state !== undefined && commandLine(state.pid).includes(join(PROJECT_DIR, SUPERVISOR));
}
