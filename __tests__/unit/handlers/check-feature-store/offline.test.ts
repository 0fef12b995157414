import {
  duplicatesQuery,
  type QueryEngine,
  type QueryState,
  queryOffline,
} from "../../../../handlers/check-feature-store/offline";
import { fakeTime } from "../support";

const store = { workgroup: "analysts", database: "features", table: "aggregates" };
const NOW_SECONDS = 1_700_000_000;

function engine(states: QueryState[], row: (string | undefined)[] = ["120", "4"]) {
  const last = states.at(-1)!;
  return {
    start: jest.fn(async () => "query-1"),
    state: jest.fn(async () => states.shift() ?? last),
    row: jest.fn(async () => row),
    stop: jest.fn(async () => undefined),
  };
}

function run(athena: QueryEngine, remainingMs = 30_000) {
  const time = fakeTime();
  const limits = { deadline: time.deadlineIn(remainingMs), nowSeconds: NOW_SECONDS, sleep: time.sleep };
  return { report: queryOffline(store, athena, limits), time };
}

describe("duplicatesQuery", () => {
  it("looks at the last day's partitions only", () => {
    const sql = duplicatesQuery(store, NOW_SECONDS);
    expect(sql).toContain(`FROM "features"."aggregates"`);
    expect(sql).toContain("CONCAT(year, '-', month, '-', day) >= '2023-11-13' AND event_time >= 1699913600");
    expect(sql).toContain("GROUP BY ticker, event_time, record_count");
  });

  it("cannot be broken out of by a name", () => {
    expect(duplicatesQuery({ ...store, table: 'x" --' }, 0)).toContain('"x"" --"');
  });
});

describe("queryOffline", () => {
  it("waits ever longer for the end and answers the counts", async () => {
    const athena = engine([{ state: "QUEUED" }, { state: "RUNNING" }, { state: "RUNNING" }, { state: "SUCCEEDED" }]);
    const { report, time } = run(athena);

    await expect(report).resolves.toEqual({ rows: 120, duplicates: 4 });
    expect(time.slept).toEqual([500, 1_000, 2_000]);
  });

  it("says why a query failed", async () => {
    const { report } = run(engine([{ state: "FAILED", reason: "TABLE_NOT_FOUND" }]));
    await expect(report).rejects.toThrow("The Athena query query-1 ended as FAILED: TABLE_NOT_FOUND");
  });

  it("stops a query that takes too long", async () => {
    const athena = engine([{ state: "RUNNING" }]);
    const { report } = run(athena, 10_000);

    await expect(report).rejects.toThrow("was still RUNNING when the time was used up");
    expect(athena.stop).toHaveBeenCalledWith("query-1");
  });
});
