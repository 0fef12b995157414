/**
 * Queries that people ask first, by name (Athena SQL). Each names a day, so that it reads one day's files. A window comes again when trades of it
 * have come later: its row with the highest record_count is the newest.
 */
export function namedQueries(table: string): Record<string, string> {
  const today = [
    "year = date_format(current_date, '%Y')",
    "month = date_format(current_date, '%m')",
    "day = date_format(current_date, '%d')",
  ].join(" AND ");
  const newest = [
    "(SELECT *, row_number() OVER (PARTITION BY ticker, window_start ORDER BY record_count DESC) AS copy",
    `FROM ${table} WHERE ${today})`,
  ].join(" ");
  return {
    "latest-aggregates": `SELECT * FROM ${newest} WHERE copy = 1 ORDER BY window_end DESC LIMIT 100`,
    "daily-range": [
      "SELECT ticker, min(price_min) AS low, max(price_max) AS high, sum(volume_sum) AS volume",
      `FROM ${newest} WHERE copy = 1 GROUP BY ticker ORDER BY ticker`,
    ].join(" "),
    "missing-windows": [
      "SELECT ticker, window_start, gap FROM (",
      "SELECT ticker, window_start,",
      "window_start - lag(window_end) OVER (PARTITION BY ticker ORDER BY window_start) AS gap",
      `FROM ${table} WHERE ${today}`,
      ") WHERE gap > 0 ORDER BY ticker, window_start",
    ].join(" "),
    "duplicate-windows": [
      "SELECT ticker, window_start, count(*) AS copies",
      `FROM ${table} WHERE ${today} GROUP BY ticker, window_start, record_count HAVING count(*) > 1`,
    ].join(" "),
  };
}
