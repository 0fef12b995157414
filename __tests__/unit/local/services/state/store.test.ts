import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Store } from "../../../../../local/services/state/store";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const open = () => Store.open<{ items: Record<string, number> }>(dir(), "things", { items: {} });

describe("Store", () => {
  it("is there again after a restart", () => {
    open().change((state) => {
      state.items.a = 1;
    });
    expect(open().value).toEqual({ items: { a: 1 } });
    expect(readdirSync(dir())).toEqual(["things.json"]);
  });

  it("forgets a change whose work failed", () => {
    const store = open();
    expect(() =>
      store.change((state) => {
        state.items.a = 1;
        throw new Error("refused");
      }),
    ).toThrow("refused");
    expect(store.value).toEqual({ items: {} });
  });

  it("forgets a change that cannot be written", () => {
    const store = open();
    // A folder in the place of the temporary file: writing fails as on a full disk, for root as well.
    mkdirSync(join(dir(), "things.json.tmp"));
    expect(() =>
      store.change((state) => {
        state.items.a = 1;
      }),
    ).toThrow();
    expect(store.value).toEqual({ items: {} });
  });

  it("refuses a damaged file, names it and leaves it as it is", () => {
    const path = join(dir(), "things.json");
    writeFileSync(path, "{");
    chmodSync(path, 0o600);
    expect(open).toThrow(`${path} cannot be read`);
    expect(readFileSync(path, "utf8")).toBe("{");
  });
});
