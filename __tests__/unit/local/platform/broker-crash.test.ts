import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasCrashed } from "../../../../local/platform/broker-crash";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "broker-data-"));
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

const leave = (...names: string[]) => names.map((name) => writeFileSync(join(dir, name), ""));

it("takes a broker for crashed that ran and left no sign of an orderly end", () => {
  leave("meta.properties", "__cluster_metadata-0");
  expect(hasCrashed(dir)).toBe(true);
});

it.each([
  ["that ended in order", ["meta.properties", "__cluster_metadata-0", ".kafka_cleanshutdown"]],
  ["that has never run", ["meta.properties"]],
  ["without data", []],
])("takes no broker for crashed %s", (_case, files) => {
  leave(...files);
  expect(hasCrashed(dir)).toBe(false);
});
