import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cdktfCli } from "../../../toolchain/cdktf-cli";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cdktf-cli-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each(["cdktf-cli/bundle/bin/cdktf", "cdktn-cli/bundle/bin/cdktn.js"])(
  "%s is found where it is installed",
  (program) => {
    const file = join(root, "node_modules", program);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
    expect(cdktfCli(root)).toBe(program);
  },
);

test("without either the message names the command", () => {
  expect(() => cdktfCli(root)).toThrow("neither cdktf-cli nor cdktn-cli is in");
});

test("this project has one", () => {
  const project = resolve(__dirname, "../../..");
  expect(existsSync(join(project, "node_modules", cdktfCli(project)))).toBe(true);
});
