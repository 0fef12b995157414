import { EVENT_TIME, type FeatureRecord, RECORD_IDENTIFIER } from "../../contracts/feature-record";
import { type Deadline, DeadlineExceeded } from "../shared/deadline";

/** Where the offline store is queried. */
export interface OfflineStore {
  readonly workgroup: string;
  readonly database: string;
  readonly table: string;
}

/** What the offline store has of the last day. */
export interface OfflineReport {
  readonly rows: number;
  /**
   * Rows beyond the first of the same version of a window: retries write them, readers must drop them. A window that late trades have
   * corrected has more versions, each with more trades.
   */
  readonly duplicates: number;
}

/** State of a query, as Athena names it. */
export interface QueryState {
  readonly state: string;
  readonly reason?: string;
}

/** The three calls of Athena that a query takes. */
export interface QueryEngine {
  start(sql: string, store: OfflineStore): Promise<string>;
  state(queryId: string): Promise<QueryState>;
  /** The single row of the result, as strings. */
  row(queryId: string): Promise<readonly (string | undefined)[]>;
  stop(queryId: string): Promise<void>;
}

/** Seconds of event time that are looked at. */
const LOOKBACK_SECONDS = 24 * 60 * 60;

/** What only grows from one version of a window to the next. */
const VERSION = "record_count" satisfies keyof FeatureRecord;

const FIRST_POLL_MS = 500;
const LONGEST_POLL_MS = 5_000;

/**
 * Counts rows and surplus rows. The offline store is partitioned by the event time's date
 * (https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-storage-configurations-offline-store.html), which keeps the scan small.
 */
export function duplicatesQuery({ database, table }: OfflineStore, nowSeconds: number): string {
  const since = Math.floor(nowSeconds) - LOOKBACK_SECONDS;
  const sinceDay = new Date(since * 1_000).toISOString().slice(0, 10);
  return [
    "SELECT COALESCE(SUM(copies), 0), COALESCE(SUM(copies - 1), 0) FROM (",
    `  SELECT COUNT(*) AS copies FROM ${quote(database)}.${quote(table)}`,
    `  WHERE CONCAT(year, '-', month, '-', day) >= '${sinceDay}' AND ${EVENT_TIME} >= ${since}`,
    `  GROUP BY ${RECORD_IDENTIFIER}, ${EVENT_TIME}, ${VERSION}`,
    ") AS versions",
  ].join("\n");
}

const quote = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;

/**
 * Runs the query, asking for its end ever more rarely until the deadline.
 *
 * @throws Error if the query fails, or is not done in time: it is stopped then
 */
export async function queryOffline(
  store: OfflineStore,
  engine: QueryEngine,
  { deadline, nowSeconds, sleep }: { deadline: Deadline; nowSeconds: number; sleep: (ms: number) => Promise<unknown> },
): Promise<OfflineReport> {
  const queryId = await engine.start(duplicatesQuery(store, nowSeconds), store);
  for (let pause = FIRST_POLL_MS; ; pause = Math.min(LONGEST_POLL_MS, pause * 2)) {
    const { state, reason } = await engine.state(queryId);
    if (state === "SUCCEEDED") break;
    if (state === "FAILED" || state === "CANCELLED")
      throw new Error(`The Athena query ${queryId} ended as ${state}: ${reason ?? "no reason given"}`);
    if (pause >= deadline.remainingMs()) {
      await engine.stop(queryId).catch(() => undefined);
      throw new DeadlineExceeded(`The Athena query ${queryId} was still ${state} when the time was used up`);
    }
    await sleep(pause);
  }
  const [rows, duplicates] = await engine.row(queryId);
  return { rows: Number(rows ?? 0), duplicates: Number(duplicates ?? 0) };
}
