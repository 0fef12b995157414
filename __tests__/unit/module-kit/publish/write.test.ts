import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { staleFiles, strayFiles } from "../../../../module-kit/publish/write";

const rendered = { queue: { "main.tf": "a", "tests/cases.tftest.hcl": "b" } };
let folder: string;

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "modules-"));
  write("queue/main.tf", "a");
  write("queue/tests/cases.tftest.hcl", "b");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what is generated, sources, examples and what Terraform left there are neither stale nor stray", () => {
  for (const file of ["index.ts", "examples/basic/main.tf", ".terraform/x.json", ".terraform.lock.hcl"])
    write(`queue/${file}`, "x");
  write("addresses.generated.json", "{}");
  expect(staleFiles(rendered, folder)).toEqual([]);
  expect(strayFiles(rendered, folder)).toEqual([]);
});

test("a changed and a missing file are stale", () => {
  write("queue/main.tf", "x");
  rmSync(join(folder, "queue/tests"), { recursive: true });
  expect(staleFiles(rendered, folder)).toEqual(["queue/main.tf", "queue/tests/cases.tftest.hcl"]);
});

test("files that nothing generates are stray, in a module or in the folder of one that is gone", () => {
  for (const file of ["queue/extra.tf", "queue/tests/notes.md", "gone/main.tf"]) write(file, "x");
  expect(strayFiles(rendered, folder).sort()).toEqual(["gone/main.tf", "queue/extra.tf", "queue/tests/notes.md"]);
});

test("tests that a person wrote may stand next to the generated ones", () => {
  write("queue/tests/own.tftest.hcl", "x");
  expect(strayFiles(rendered, folder)).toEqual([]);
});
