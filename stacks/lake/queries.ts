/** Queries that people ask first, by name (Athena SQL). Each names a day, so that it reads one day's files. */
export function namedQueries(table: string): Record<string, string> {
  const today = [
    "year = date_format(current_date, '%Y')",
    "month = date_format(current_date, '%m')",
    "day = date_format(current_date, '%d')",
  ].join(" AND ");
  return {
    "latest-aggregates": `SELECT * FROM ${table} WHERE ${today} ORDER BY window_end DESC LIMIT 100`,
    "daily-range": [
      "SELECT ticker, min(price_min) AS low, max(price_max) AS high, sum(volume_sum) AS volume",
      `FROM ${table} WHERE ${today} GROUP BY ticker ORDER BY ticker`,
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
      `FROM ${table} WHERE ${today} GROUP BY ticker, window_start HAVING count(*) > 1`,
    ].join(" "),
  };
}
