import * as z from "zod";
import type { GlueColumn } from "../emulator/glue";
import type { ParquetColumn } from "../parquet";

/** A record that does not fit the table, with Firehose's error code. */
export class ConversionError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "ConversionError";
  }
}

interface Kind {
  readonly duckdb: string;
  /** The value as the column takes it, or undefined when it does not fit. */
  readonly accept: (value: unknown) => string | number | boolean | undefined;
}

/** On the calendar: `Date` takes a 30th of February for the 2nd of March. */
const isInstant = (text: string): boolean => z.iso.datetime().safeParse(text).success;
const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

function integer(bits: number): Kind["accept"] {
  const limit = 2 ** (bits - 1);
  return (value) => {
    const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
    // Beyond 2^53 JSON.parse has lost digits already: an error is better than a wrong number.
    if (typeof number !== "number" || !Number.isSafeInteger(number)) return undefined;
    return number >= -limit && number < limit ? number : undefined;
  };
}

const real: Kind["accept"] = (value) => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

const KINDS: Readonly<Record<string, Kind>> = {
  // OpenX's SerDe keeps what is no string as JSON text.
  string: { duckdb: "VARCHAR", accept: (value) => (typeof value === "string" ? value : JSON.stringify(value)) },
  tinyint: { duckdb: "TINYINT", accept: integer(8) },
  smallint: { duckdb: "SMALLINT", accept: integer(16) },
  int: { duckdb: "INTEGER", accept: integer(32) },
  integer: { duckdb: "INTEGER", accept: integer(32) },
  bigint: { duckdb: "BIGINT", accept: integer(64) },
  double: { duckdb: "DOUBLE", accept: real },
  float: { duckdb: "FLOAT", accept: real },
  boolean: {
    duckdb: "BOOLEAN",
    accept: (value) => (typeof value === "boolean" ? value : ({ true: true, false: false } as const)[String(value)]),
  },
  timestamp: {
    duckdb: "TIMESTAMP",
    accept: (value) => {
      const text = typeof value === "string" ? `${value.replace(" ", "T").replace(/Z$/, "")}Z` : undefined;
      if (text !== undefined && !isInstant(text)) return undefined;
      const time = new Date(text ?? (typeof value === "number" ? value * 1000 : Number.NaN));
      return Number.isNaN(time.getTime()) ? undefined : time.toISOString().slice(0, -1);
    },
  },
  date: {
    duckdb: "DATE",
    accept: (value) => (typeof value === "string" && isDay(value) ? value : undefined),
  },
};

/** Turns JSON records into rows of a Glue table. */
export interface Converter {
  readonly columns: readonly ParquetColumn[];
  /** @throws ConversionError when the record does not fit. */
  convert(value: Buffer | null): Record<string, string | number | boolean | null>;
}

/**
 * The converter of a table: column names compare without case, unknown members are left out, missing ones are null.
 * @throws Error when the table has no columns, or a type that the laptop does not write.
 */
export function converterFor(columns: readonly GlueColumn[]): Converter {
  if (columns.length === 0) throw new Error("The Glue table has no columns.");
  const kinds = columns.map(({ Name, Type }) => {
    const kind = KINDS[Type.toLowerCase()];
    if (!kind)
      throw new Error(`Column ${Name} has type "${Type}"; the laptop writes ${Object.keys(KINDS).join(", ")}.`);
    return { name: Name.toLowerCase(), type: Type, kind };
  });
  return {
    columns: kinds.map(({ name, kind }) => ({ name, type: kind.duckdb })),
    convert(value) {
      const record = parse(value);
      const members = new Map(Object.entries(record).map(([name, member]) => [name.toLowerCase(), member]));
      return Object.fromEntries(
        kinds.map(({ name, type, kind }) => {
          const member = members.get(name) ?? null;
          if (member === null) return [name, null];
          const accepted = kind.accept(member);
          if (accepted === undefined)
            throw new ConversionError(
              "DataFormatConversion.MalformedData",
              `Column ${name}: ${JSON.stringify(member)} is not a ${type}.`,
            );
          return [name, accepted];
        }),
      );
    },
  };
}

function parse(value: Buffer | null): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(value ?? Buffer.alloc(0)));
  } catch (error) {
    throw new ConversionError("DataFormatConversion.ParseError", `The record is not JSON: ${(error as Error).message}`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new ConversionError("DataFormatConversion.ParseError", "The record is not a JSON object.");
  return parsed;
}
