import * as z from "zod";

/** Seconds that an event's timestamp may be ahead of the clock; later ones go to the dead-letter topic as `future`. */
export const FUTURE_TOLERANCE_SECONDS = 300;

/** An exchange's symbol: 1 to 12 of A-Z, 0-9, dot and hyphen, starting with a letter. */
export const ticker = z
  .string()
  .regex(/^[A-Z][A-Z0-9.-]{0,11}$/)
  .describe("Exchange symbol, such as AMZN.");

/**
 * A trade price as it arrives on the input topic (JSON value, one object per record).
 * Unknown fields pass. Integers end at 2^53-1, where JSON readers stop agreeing.
 */
export const StockPrice = z.looseObject({
  ticker,
  price: z.number().positive().describe("Price of one share, in the listing's currency."),
  volume: z.int().min(0).describe("Shares traded."),
  timestamp: z.int().positive().describe("When the trade happened, in unix seconds."),
});
export type StockPrice = z.infer<typeof StockPrice>;
