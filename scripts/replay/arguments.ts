import { parseArgs } from "node:util";
import { DeadLetterReason } from "../../contracts/dead-letter";
import type { Filter } from "./letters";

export const USAGE = `Usage: npm run replay -- <command> --env <environment> [--brokers <host:port,…>]

  list     what is in the dead-letter topic          [--samples 5]
  export   writes it into a file, a line a record    --file <file>
  publish  sends a file's records to the input topic --file <file> [--confirm] [--allow-late] [--accept-duplicates]

list and export take  [--since <2h|30m|7d|2026-01-31T12:00:00Z>] [--reason <reason,…>] [--partition <n> [--offset <first>]]
publish without --confirm only says what it would do; --transaction-records says how many it commits at once (500). Without --brokers, KAFKA_BOOTSTRAP_BROKERS names them; the laptop's are known.`;

const COMMANDS = ["list", "export", "publish"] as const;

/** What the tool is asked for. */
export interface Request {
  readonly command: (typeof COMMANDS)[number];
  readonly environment: string;
  readonly brokers: string | undefined;
  readonly filter: Filter;
  readonly samples: number;
  readonly file: string | undefined;
  readonly confirmed: boolean;
  readonly allowLate: boolean;
  readonly acceptDuplicates: boolean;
  readonly transactionRecords: number | undefined;
}

/** @throws Error that names the argument, its value and what is allowed */
export function readArguments(args: string[], now: number = Date.now()): Request {
  const { values, positionals } = parse(args);
  const command = COMMANDS.find((name) => name === positionals[0]);
  if (!command || positionals.length > 1) throw new Error(`The command is "${positionals.join(" ")}".\n\n${USAGE}`);
  if (!values.env) throw new Error(`--env is missing.\n\n${USAGE}`);
  if (command !== "list" && !values.file) throw new Error(`--file is missing.\n\n${USAGE}`);
  if (values.offset !== undefined && values.partition === undefined)
    throw new Error("--offset is of one partition: --partition must name it.");
  return {
    command,
    environment: values.env,
    brokers: values.brokers ?? process.env.KAFKA_BOOTSTRAP_BROKERS,
    filter: {
      ...(values.since !== undefined && { since: time(values.since, now) }),
      ...(values.reason !== undefined && { reasons: reasons(values.reason) }),
      ...(values.partition !== undefined && { partition: wholeNumber("partition", values.partition) }),
      ...(values.offset !== undefined && { fromOffset: BigInt(wholeNumber("offset", values.offset)) }),
    },
    samples: wholeNumber("samples", values.samples),
    file: values.file,
    confirmed: values.confirm,
    allowLate: values["allow-late"],
    acceptDuplicates: values["accept-duplicates"],
    transactionRecords: values["transaction-records"]
      ? wholeNumber("transaction-records", values["transaction-records"])
      : undefined,
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
        ...{ env: text, brokers: text, since: text, reason: text, partition: text, offset: text, file: text },
        ...{ confirm: flag, "allow-late": flag, "accept-duplicates": flag },
        samples: { ...text, default: "5" },
        "transaction-records": text,
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function time(value: string, now: number): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(value) ?? [];
  if (count && unit) return now - Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new Error(`--since is "${value}"; it must be like 30m, 2h, 7d or 2026-01-31T12:00:00Z.`);
  return at;
}

function reasons(value: string): DeadLetterReason[] {
  return value.split(",").map((one) => {
    const reason = DeadLetterReason.safeParse(one);
    if (reason.success) return reason.data;
    throw new Error(`--reason has "${one}"; there are ${DeadLetterReason.options.join(", ")}.`);
  });
}

function wholeNumber(name: string, value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new Error(`--${name} is "${value}"; it must be a whole number from 0 on.`);
}
