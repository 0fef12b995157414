import type { LocalStatus } from "./collect";

const SHOWN_TICKERS = 12;

/** The status as lines for a terminal. */
export function renderStatus(status: LocalStatus): string {
  if (status.parts.length === 0) return "The laptop is not running: npm start starts it.";
  return [
    section(
      "Parts",
      status.parts.map(({ name, healthy, detail }) => `${healthy ? "✓" : "✗"} ${name.padEnd(28)} ${detail ?? ""}`),
    ),
    status.endpoints ? renderFlow(status) : "",
    renderVerdict(status),
  ]
    .filter(Boolean)
    .join("\n");
}

/** Findings, restarts and the last incident. */
function renderVerdict({ findings, inventory, lastIncident }: LocalStatus): string {
  const restarts = (inventory?.applications ?? [])
    .filter(({ jobManagerRestarts, taskManagerRestarts }) => jobManagerRestarts + taskManagerRestarts > 0)
    .map(
      ({ name, jobManagerRestarts, taskManagerRestarts }) =>
        `${name.padEnd(28)} job manager ${jobManagerRestarts}, task manager ${taskManagerRestarts}`,
    );
  return [
    ...(restarts.length > 0 ? [section("Restarts", restarts)] : []),
    ...(lastIncident ? [section("Last incident", [`${lastIncident.at} ${lastIncident.what}`])] : []),
    findings.length > 0 ? section("Not healthy", findings) : "Healthy.",
  ].join("\n");
}

/** Only what flows: counts, lag and the newest results. */
export function renderFlow({ topics, newestAggregates, newestLakeObject, newestFeature }: LocalStatus): string {
  const counts = Object.entries(topics?.counts ?? {}).map(([topic, count]) => `${topic.padEnd(30)} ${count}`);
  const lags = (topics?.lags ?? []).map(({ group, topic, lag }) => `${group.padEnd(44)} ${topic.padEnd(22)} ${lag}`);
  const aggregates = newestAggregates
    .slice(0, SHOWN_TICKERS)
    .map(
      ({ ticker, window_end, record_count, price_avg, volume_sum }) =>
        `${ticker.padEnd(12)} ${time(window_end)}  ${record_count} records, average ${price_avg.toFixed(2)}, volume ${volume_sum}`,
    );
  const object = newestLakeObject;
  return [
    section("Records", counts),
    section("Lag (offsets not committed; a transaction's marker counts as one)", lags),
    section("Newest aggregates", aggregates.length > 0 ? aggregates : ["none yet"]),
    section("Newest lake object", [object ? `${object.key} (${object.bytes} bytes, ${object.writtenAt})` : "none yet"]),
    section("Newest feature", [
      newestFeature ? `${newestFeature.ticker} of ${time(newestFeature.eventTime)}` : "none yet",
    ]),
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join("\n");
}

function time(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString().slice(0, 19).concat("Z");
}
