import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { appendLine, readLines } from "../../../../../local/services/feature-store/journal";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();

describe("a journal", () => {
  it("has its lines in order", () => {
    const path = join(dir(), "new", "journal");
    for (const n of [1, 2, 3]) appendLine(path, { n });
    expect(readLines(path)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it("loses a line that a crash cut off, and none of those behind it", () => {
    const path = join(dir(), "journal");
    appendLine(path, { n: 1 });
    appendFileSync(path, '{"n":');
    appendLine(path, { n: 3 });
    expect(readLines(path)).toEqual([{ n: 1 }, { n: 3 }]);
  });

  it("is empty where there is none", () => expect(readLines(join(dir(), "none"))).toEqual([]));
});
