import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { environmentNames } from "../../../envs/load";
import { isSourceFile, sourceFiles, sourceNames } from "../../../toolchain/source-files";

/** What Emacs, vim, macOS and JetBrains leave in a folder. */
const LEFTOVERS = [".#core.ts", "#core.ts#", "core.ts~", "._core.ts", ".core.ts.swp", ".DS_Store", ".idea"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sources-"));
  mkdirSync(join(folder, "deep"));
  for (const name of ["b.ts", "a.json", "deep/c.ts"]) writeFileSync(join(folder, name), "");
  for (const name of ["core.ts~", "._dev.json", "deep/#c.ts#"]) writeFileSync(join(folder, name), "\0");
  symlinkSync("me@host.4711:1", join(folder, ".#dev.json"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(LEFTOVERS)("%s is nobody's source", (name) => expect(isSourceFile(name)).toBe(false));
test.each(["core.ts", "a~b.ts", "a#b.ts", "main.tf"])("%s is a source", (name) =>
  expect(isSourceFile(name)).toBe(true),
);

test("a folder's sources leave out what editors and file systems put there", () => {
  expect(sourceNames(folder)).toEqual(["a.json", "b.ts", "deep"]);
  expect(sourceFiles(folder).map((file) => relative(folder, file))).toEqual(["a.json", "b.ts", "deep/c.ts"]);
});

test("a lock of an editor, or a fork of a file system, is no environment", () => {
  expect(environmentNames(folder)).toEqual(["a"]);
});
