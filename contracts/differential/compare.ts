import { judge } from "../refusal";
import type { GeneratedCase } from "./cases";

/** A case of which the two sides say different things. */
export interface Disagreement {
  readonly class: string;
  readonly bytes: Buffer;
  readonly contract: string;
  readonly job: string;
}

/** A double's bits as 16 hexadecimal digits. */
function bits(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString("hex");
}

/**
 * The contract's verdict in one line: the reason to refuse the value, or `valid`, ticker, the price's bits, volume and timestamp.
 * The job's side writes the same form: flink-job/src/test/java/marketdata/input/ContractVerdicts.java.
 */
export function contractVerdict(bytes: Uint8Array, now: number): string {
  const verdict = judge(bytes, now);
  if ("reason" in verdict) return verdict.reason;
  const { ticker, price, volume, timestamp } = verdict.trade;
  return ["valid", ticker, bits(price), volume, timestamp].join(" ");
}

/**
 * The cases on which the job disagrees with the contract, on the verdict, the reason, or a bit of a value.
 * @param jobVerdicts the job's verdicts in the cases' order
 * @throws Error if there is not one for each case
 */
export function disagreements(
  cases: readonly GeneratedCase[],
  jobVerdicts: readonly string[],
  now: number,
): Disagreement[] {
  if (jobVerdicts.length !== cases.length)
    throw new Error(`The job judged ${jobVerdicts.length} of ${cases.length} cases.`);
  return cases.flatMap(({ class: name, bytes }, index) => {
    const contract = contractVerdict(bytes, now);
    const job = jobVerdicts[index] ?? "";
    return contract === job ? [] : [{ class: name, bytes, contract, job }];
  });
}

const SHOWN_CHARACTERS = 300;

/** A disagreement for people, with the bytes as contracts/cases.ts can take them. */
export function describeDisagreement({ class: name, bytes, contract, job }: Disagreement): string {
  const text = JSON.stringify(bytes.toString("utf8"));
  return [
    `${name}: ${text.slice(0, SHOWN_CHARACTERS)}${text.length > SHOWN_CHARACTERS ? "…" : ""}`,
    `  contract: ${contract}`,
    `  job:      ${job}`,
    `  bytes:    ${bytes.subarray(0, SHOWN_CHARACTERS).toString("hex")}${bytes.length > SHOWN_CHARACTERS ? "…" : ""}`,
  ].join("\n");
}
