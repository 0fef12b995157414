import { parseArgs } from "node:util";
import * as z from "zod";
import { DeadLetterReason } from "../../contracts/dead-letter";
import { MOST_SAMPLES, ReplayRequest } from "../../handlers/replay/request";

export const USAGE = `Usage: npm run replay -- <command> --env <environment> [--brokers <host:port,…>]

  list     what is in the dead-letter topic          [--samples 5]
  export   writes it into a file, a line a record    --file <file>
  publish  sends a file's records to the input topic --file <file> [--confirm] [--allow-late] [--accept-duplicates]

list and export take  [--since <2h|30m|7d|2026-01-31T12:00:00Z>] [--reason <reason,…>] [--partition <n> [--offset <first>]]
publish without --confirm only says what it would do; --transaction-records says how many it commits at once (500).
The environment's replay function does it, from within the network. With --brokers this machine does it itself.`;

/** What the tool is asked for. */
export interface Arguments {
  readonly environment: string;
  /** Brokers to talk to from this machine; undefined: through the environment's function. */
  readonly brokers: string | undefined;
  /** Path of the file that is written or read; a list has none. */
  readonly file: string | undefined;
  readonly request: ReplayRequest;
}

/** @throws Error that names the argument, its value and what is allowed */
export function readArguments(args: string[], now: number = Date.now()): Arguments {
  const { values, positionals } = parse(args);
  const { data: command } = ReplayRequest.shape.command.safeParse(positionals[0]);
  if (!command || positionals.length > 1) throw new Error(`The command is "${positionals.join(" ")}".\n\n${USAGE}`);
  if (!values.env) throw new Error(`--env is missing.\n\n${USAGE}`);
  if (command !== "list" && !values.file) throw new Error(`--file is missing.\n\n${USAGE}`);
  if (values.offset !== undefined && values.partition === undefined)
    throw new Error("--offset is of one partition: --partition must name it.");
  const request = ReplayRequest.parse({
    command,
    filter: {
      since: given(values.since, (text) => time(text, now)),
      reasons: given(values.reason, reasons),
      partition: given(values.partition, (text) => wholeNumber("partition", text)),
      offset: given(values.offset, (text) => wholeNumber("offset", text)),
    },
    samples: given(values.samples, (text) => wholeNumber("samples", text, 0, MOST_SAMPLES)),
    confirmed: values.confirm,
    allowLate: values["allow-late"],
    acceptDuplicates: values["accept-duplicates"],
    transactionRecords: given(values["transaction-records"], (text) => wholeNumber("transaction-records", text, 1)),
  });
  return { environment: values.env, brokers: values.brokers, file: values.file, request };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ env: text, brokers: text, since: text, reason: text, partition: text, offset: text, file: text },
        ...{ confirm: flag, "allow-late": flag, "accept-duplicates": flag },
        ...{ samples: text, "transaction-records": text },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

const given = <T>(value: string | undefined, read: (text: string) => T): T | undefined =>
  value === undefined ? undefined : read(value);

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function time(value: string, now: number): number {
  const instant = z.iso.datetime().safeParse(value);
  const at = ago(value, now) ?? (instant.success ? Date.parse(instant.data) : Number.NaN);
  if (at >= 0) return at;
  throw new Error(`--since is "${value}"; it must be like 30m, 2h, 7d or 2026-01-31T12:00:00Z.`);
}

function ago(value: string, now: number): number | undefined {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(value) ?? [];
  return count && unit ? now - Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS] : undefined;
}

function reasons(value: string): DeadLetterReason[] {
  return value.split(",").map((one) => {
    const reason = DeadLetterReason.safeParse(one);
    if (reason.success) return reason.data;
    throw new Error(`--reason has "${one}"; there are ${DeadLetterReason.options.join(", ")}.`);
  });
}

function wholeNumber(name: string, value: string, least = 0, most?: number): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= (most ?? number)) return number;
  const range = most === undefined ? `from ${least} on` : `from ${least} to ${most}`;
  throw new Error(`--${name} is "${value}"; it must be a whole number ${range}.`);
}
