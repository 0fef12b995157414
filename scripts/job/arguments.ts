import { parseArgs } from "node:util";
import type { Restore } from "./application";
import { SNAPSHOT_NAME } from "./snapshot";

export const USAGE = `Usage: npm run job -- <command> --env <environment>

  status        state, version, last operation and why it failed, newest snapshots
  operations    what was done with the application, and why it failed    [--limit 10]
  snapshot      takes a snapshot and waits for it                        [--name <name>]
  rollback      brings back the version that ran before                  [--accept-newer-state]
  rollback-on   AWS rolls back by itself an update that fails
  rollback-off  AWS leaves the application stopped when an update fails
  prune         says which snapshots flink.snapshots does not keep       [--confirm: deletes them]
  stop          takes a snapshot and stops the job                       [--force: at once, without a snapshot]
  start         from the latest snapshot                                 [--snapshot <name> | --without-state] [--again]`;

const COMMANDS = {
  status: [],
  operations: ["limit"],
  snapshot: ["name"],
  rollback: ["accept-newer-state"],
  "rollback-on": [],
  "rollback-off": [],
  prune: ["confirm"],
  stop: ["force"],
  start: ["snapshot", "without-state", "again"],
} as const satisfies Record<string, readonly string[]>;
export type CommandName = keyof typeof COMMANDS;

const MOST_OPERATIONS = 100;

/** What the tool is asked for. */
export interface Arguments {
  readonly command: CommandName;
  readonly environment: string;
  /** Operations that are listed. */
  readonly limit: number;
  /** Name of the snapshot to take. */
  readonly name: string | undefined;
  readonly restore: Restore;
  readonly force: boolean;
  readonly again: boolean;
  readonly acceptNewerState: boolean;
  readonly confirmed: boolean;
}

/** @throws Error that names the argument, its value and what is allowed */
export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args);
  const command = positionals[0] as CommandName;
  if (positionals.length !== 1 || !Object.hasOwn(COMMANDS, command))
    throw new Error(`The command is "${positionals.join(" ")}".\n\n${USAGE}`);
  if (!values.env) throw new Error(`--env is missing.\n\n${USAGE}`);
  const allowed: readonly string[] = COMMANDS[command];
  const foreign = Object.entries(values).find(([key, value]) => key !== "env" && value && !allowed.includes(key));
  if (foreign) throw new Error(`--${foreign[0]} is not an option of ${command}.\n\n${USAGE}`);
  if (values.snapshot !== undefined && values["without-state"])
    throw new Error("--snapshot and --without-state exclude each other: name one of them.");
  return {
    command,
    environment: values.env,
    limit: limit(values.limit ?? "10"),
    name: snapshotName("name", values.name),
    restore: restoreOf(snapshotName("snapshot", values.snapshot), values["without-state"]),
    force: values.force,
    again: values.again,
    acceptNewerState: values["accept-newer-state"],
    confirmed: values.confirm,
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ env: text, limit: text, name: text, snapshot: text },
        ...{ force: flag, again: flag, confirm: flag, "without-state": flag, "accept-newer-state": flag },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function restoreOf(snapshot: string | undefined, withoutState: boolean): Restore {
  if (withoutState) return "nothing";
  return snapshot === undefined ? "latest" : { snapshot };
}

function snapshotName(option: string, value: string | undefined): string | undefined {
  if (value === undefined || SNAPSHOT_NAME.test(value)) return value;
  throw new Error(`--${option} is "${value}"; it must be 1 to 256 of a-z, A-Z, 0-9, underscore, dot and hyphen.`);
}

function limit(value: string): number {
  const number = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= MOST_OPERATIONS) return number;
  throw new Error(`--limit is "${value}"; it must be a whole number from 1 to ${MOST_OPERATIONS}.`);
}
