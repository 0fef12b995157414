import type { DeadLetterReason } from "../../contracts/dead-letter";
import { judge } from "../../contracts/refusal";
import { WINDOW_SECONDS } from "../../contracts/stock-aggregate";
import { FUTURE_TOLERANCE_SECONDS, StockPrice } from "../../contracts/stock-price";
import { preview } from "./bytes";
import type { Replacement } from "./lines";

/** Seconds that the job waits for trades that come out of order (its property `job/out.of.orderness.ms`, by default). */
const OUT_OF_ORDER_SECONDS = 5;
/** Seconds after its end, and those, for which a window takes trades (its property `job/allowed.lateness.seconds`, by default). */
const ALLOWED_LATENESS_SECONDS = 3600;

/** What a replacement is checked against. */
export interface Circumstances {
  /** The clock, in unix seconds. */
  readonly now: number;
  readonly allowLate: boolean;
}

/** Why the job would refuse the record again, or kafkajs could not write it: a sentence, or undefined if there is none. */
export function problemOf(replacement: Replacement, { now, allowLate }: Circumstances): string | undefined {
  const empty = replacement.headers.find(([, value]) => value === null);
  if (empty) return `the header ${empty[0]} is null, which this tool cannot write: give it a text, or remove it`;
  const verdict = judge(replacement.value, now);
  if ("reason" in verdict) return refusal(replacement.value, verdict.reason, now);
  if (allowLate) return undefined;
  const windowEnd = (Math.floor(verdict.trade.timestamp / WINDOW_SECONDS) + 1) * WINDOW_SECONDS;
  const until = windowEnd + OUT_OF_ORDER_SECONDS + ALLOWED_LATENESS_SECONDS;
  if (now <= until) return undefined;
  return (
    `timestamp is ${verdict.trade.timestamp}, whose window ended at ${windowEnd} and took trades until ${until}; it is ${now}, so that the ` +
    "job would refuse it as late. Remove the line and correct the window elsewhere, or correct the timestamp if it was wrong " +
    "(--allow-late publishes it anyway)"
  );
}

function refusal(value: Buffer | null, reason: DeadLetterReason, now: number): string {
  if (reason === "empty") return "value is empty; it must be a trade as JSON";
  if (reason === "invalid_json") return `value is ${preview(value)}; it must be JSON in UTF-8`;
  if (reason === "not_an_object") return `value is ${preview(value)}; it must be a JSON object`;
  const json: Record<string, unknown> = JSON.parse(String(value));
  if (reason === "future")
    return `timestamp is ${json.timestamp}; it must be at most ${FUTURE_TOLERANCE_SECONDS} s ahead of the clock, ${now}`;
  const field = reason.replace("invalid_", "");
  const issue = StockPrice.safeParse(json).error?.issues.find(({ path }) => path[0] === field);
  const found = field in json ? `is ${preview(Buffer.from(JSON.stringify(json[field])))}` : "is missing";
  return `${field} ${found}; ${issue?.message ?? "the contract refuses it"}`;
}
