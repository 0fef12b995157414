import { nextOffsets } from "../../../../../local/services/broker/record";
import { RecordBuffer } from "../../../../../local/services/broker/record-buffer";
import { record, recordsAt } from "../records";

const UNLIMITED = { records: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY, milliseconds: 60_000 };
const offsets = (buffer: RecordBuffer) => buffer.take().map(({ offset }) => Number(offset));

function filled(buffer: RecordBuffer, ...at: number[]): RecordBuffer {
  for (const one of recordsAt(0, ...at)) buffer.add(one);
  return buffer;
}

describe("RecordBuffer", () => {
  it("is full at the number of records", () => {
    const buffer = filled(new RecordBuffer({ ...UNLIMITED, records: 2 }), 0);
    expect(buffer.full).toBe(false);
    expect(filled(buffer, 1).full).toBe(true);
  });

  it("is full at the number of bytes, and takes no record that goes beyond", () => {
    const buffer = new RecordBuffer({ ...UNLIMITED, bytes: 10 });
    buffer.add(record({ value: "1234567" }));
    expect(buffer.fits(record({ offset: 1, value: "12345" }))).toBe(false);
    expect(buffer.fits(record({ offset: 1, value: "123" }))).toBe(true);
  });

  it("takes one record of any size, which would else never be delivered", () => {
    const buffer = new RecordBuffer({ ...UNLIMITED, bytes: 1 });
    expect(buffer.fits(record({ value: "12345" }))).toBe(true);
  });

  it("counts time from its oldest record", () => {
    let now = 1_000;
    const buffer = new RecordBuffer({ ...UNLIMITED, milliseconds: 500 }, () => now);
    expect(buffer.remaining).toBeUndefined();
    filled(buffer, 0);
    now += 200;
    filled(buffer, 1);
    expect(buffer.remaining).toBe(300);
  });

  it("does not take a record twice", () => {
    expect(offsets(filled(new RecordBuffer(UNLIMITED), 0, 1, 0, 1, 2))).toEqual([0, 1, 2]);
  });

  it("reads again, after a rebalance, what was not handed over, and nothing else", () => {
    const buffer = filled(new RecordBuffer(UNLIMITED), 0, 1);
    buffer.take();
    filled(buffer, 2, 3).rewind();
    expect(buffer.size).toBe(0);
    expect(offsets(filled(buffer, 0, 1, 2, 3))).toEqual([2, 3]);
  });
});

describe("nextOffsets", () => {
  it("is behind the last record of each partition", () => {
    expect(nextOffsets([...recordsAt(0, 4, 5), ...recordsAt(1, 9)])).toEqual([
      { topic: "ticks", partition: 0, offset: "6" },
      { topic: "ticks", partition: 1, offset: "10" },
    ]);
  });
});
