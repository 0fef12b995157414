import { remaining } from "../../../../../local/services/event-source/response";
import { recordsAt } from "../records";

const BATCH = [...recordsAt(0, 10, 11, 12), ...recordsAt(1, 5, 6)];
const failures = (...items: unknown[]) =>
  JSON.stringify({ batchItemFailures: items.map((itemIdentifier) => ({ itemIdentifier })) });
const left = (payload: string) => remaining(BATCH, payload).map(({ partition, offset }) => `${partition}:${offset}`);
const EVERYTHING = ["0:10", "0:11", "0:12", "1:5", "1:6"];

describe("remaining", () => {
  it.each(["", "null", "{}", '{"batchItemFailures":[]}', '{"batchItemFailures":null}', '{"other":1}'])(
    "is nothing when the function answers %p",
    (payload) => expect(left(payload)).toEqual([]),
  );

  it("is each partition's records from its lowest failed offset on", () => {
    const payload = failures({ partition: "ticks-0", offset: 12 }, { partition: "ticks-0", offset: 11 });
    expect(left(payload)).toEqual(["0:11", "0:12"]);
  });

  it("keeps partitions apart", () => {
    const payload = failures({ partition: "ticks-0", offset: 12 }, { partition: "ticks-1", offset: 5 });
    expect(left(payload)).toEqual(["0:12", "1:5", "1:6"]);
  });

  it.each([
    ["a string for an identifier", failures("ticks-0:11")],
    ["a partition that is not in the batch", failures({ partition: "ticks-7", offset: 11 })],
    ["an offset that is not in the batch", failures({ partition: "ticks-0", offset: 99 })],
    ["an answer that is not JSON", "oops"],
    ["an answer that is no object", "[1]"],
  ])("is the whole batch for %s", (_, payload) => expect(left(payload)).toEqual(EVERYTHING));
});
