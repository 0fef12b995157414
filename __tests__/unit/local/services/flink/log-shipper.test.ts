import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Tail } from "../../../../../local/services/flink/log-shipper";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const path = () => join(dir(), "job.log");
function lines(tail: Tail): string[] {
  const { lines: read, done } = tail.read();
  done();
  return read;
}

describe("Tail", () => {
  it("reads what was appended since, whole lines only", () => {
    writeFileSync(path(), "old\n");
    const tail = Tail.atEnd(path());
    appendFileSync(path(), "one\ntw");
    expect(lines(tail)).toEqual(["one"]);
    appendFileSync(path(), "o\n");
    expect(lines(tail)).toEqual(["two"]);
  });

  it("reads again what was not kept", () => {
    const tail = new Tail(path());
    writeFileSync(path(), "one\n");
    tail.read();
    expect(lines(tail)).toEqual(["one"]);
  });

  it("starts again when the file was rotated, and waits for one that is not there yet", () => {
    const tail = new Tail(path());
    expect(lines(tail)).toEqual([]);
    writeFileSync(path(), "a long first line\n");
    expect(lines(tail)).toEqual(["a long first line"]);
    writeFileSync(path(), "new\n");
    expect(lines(tail)).toEqual(["new"]);
  });
});
