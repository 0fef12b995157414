import * as z from "zod";
import { StockAggregate } from "./stock-aggregate";

/**
 * An aggregate as the feature group stores it: identified by `ticker`, ordered by `event_time`.
 * `event_time` is the window's end, never the clock, so that a replay writes the same record again.
 */
export const FeatureRecord = StockAggregate.extend({
  event_time: z.number().positive().describe("End of the window, in fractional unix seconds."),
});
export type FeatureRecord = z.infer<typeof FeatureRecord>;

/** The feature that identifies a record. */
export const RECORD_IDENTIFIER = "ticker" satisfies keyof FeatureRecord;
/** The feature that orders the versions of a record. */
export const EVENT_TIME = "event_time" satisfies keyof FeatureRecord;

/** The feature record of an aggregate. */
export function toFeatureRecord(aggregate: StockAggregate): FeatureRecord {
  return { ...aggregate, event_time: aggregate.window_end };
}
