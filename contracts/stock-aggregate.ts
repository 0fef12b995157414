import * as z from "zod";
import { ticker } from "./stock-price";

const unixSeconds = z.int().positive();
const price = z.number().positive();

/** Length of the tumbling window that one aggregate covers, in seconds. */
export const WINDOW_SECONDS = 60;

/**
 * One ticker's trades in one tumbling window, as the job writes it to the output topic (key: ticker).
 * The lake's columns and the features have the same names.
 */
export const StockAggregate = z.object({
  ticker,
  window_start: z.int().min(0).describe("Start of the window, inclusive, in unix seconds."),
  window_end: unixSeconds.describe("End of the window, exclusive, in unix seconds."),
  record_count: z.int().min(1).describe("Trades in the window."),
  price_sum: price.describe("Sum of the prices."),
  price_avg: price.describe("Mean price: price_sum / record_count."),
  price_min: price.describe("Lowest price."),
  price_max: price.describe("Highest price."),
  price_open: price.describe("Price of the earliest trade by timestamp."),
  price_close: price.describe("Price of the latest trade by timestamp."),
  volume_sum: z.int().min(0).describe("Shares traded in the window."),
});
export type StockAggregate = z.infer<typeof StockAggregate>;
