import { type FetchedPartition, type FetchedRecord, hideAborted } from "../../../../handlers/shared/committed-records";

const record = (offset: number, producerId: string, inTransaction = true): FetchedRecord => ({
  offset: String(offset),
  key: null,
  isControlRecord: false,
  batchContext: { producerId, inTransaction },
});
const marker = (offset: number, producerId: string, committed: boolean): FetchedRecord => ({
  ...record(offset, producerId),
  key: Buffer.from([0, 0, 0, committed ? 1 : 0]),
  isControlRecord: true,
});

/** Offsets of the records that a consumer is shown. */
function shown(messages: FetchedRecord[], abortedTransactions: FetchedPartition["abortedTransactions"]): number[] {
  hideAborted({ messages, abortedTransactions });
  return messages.filter(({ isControlRecord }) => !isControlRecord).map(({ offset }) => Number(offset));
}

test("transactions that were aborted at once are hidden, in whatever order the broker names them", () => {
  const messages = [
    record(0, "a"),
    record(1, "b"),
    record(2, "c"),
    record(3, "a"),
    marker(4, "b", false),
    marker(5, "a", false),
    marker(6, "c", true),
  ];
  const aborted = [
    { producerId: "b", firstOffset: "1" },
    { producerId: "a", firstOffset: "0" },
  ];
  expect(shown(messages, aborted)).toEqual([2]);
});

test("transactions that began before the fetch are hidden from its first record on", () => {
  const messages = [record(10, "b"), record(11, "a"), marker(12, "a", false), marker(13, "b", false)];
  const aborted = [
    { producerId: "a", firstOffset: "3" },
    { producerId: "b", firstOffset: "2" },
  ];
  expect(shown(messages, aborted)).toEqual([]);
});

test("a producer's next transaction is shown, and what it writes outside of one", () => {
  const messages = [record(0, "a"), marker(1, "a", false), record(2, "a"), marker(3, "a", true), record(4, "a", false)];
  expect(shown(messages, [{ producerId: "a", firstOffset: "0" }])).toEqual([2, 4]);
});

test("a record whose key looks like a marker ends no transaction", () => {
  const disguised = { ...record(0, "a"), key: Buffer.alloc(4) };
  expect(shown([disguised, record(1, "a"), marker(2, "a", false)], [{ producerId: "a", firstOffset: "0" }])).toEqual(
    [],
  );
});

test("without aborted transactions all is shown", () => {
  expect(shown([record(0, "a"), record(1, "b", false)], null)).toEqual([0, 1]);
});
