import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironment } from "../../../../envs/load";
import { readChange } from "../../../../local/rehearsal/change";

const dev = loadEnvironment("dev");
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "change-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const change = (content: string) => {
  const file = join(dir, "change.json");
  writeFileSync(file, content);
  return readChange(file, dev, join(dir, "changed")).environment;
};

test("fields that change come over the environment's, also deep inside", () => {
  const changed = change('{ "bastion": false, "retention": { "logDays": 60 } }');
  expect(changed).toEqual({ ...dev, bastion: false, retention: { ...dev.retention, logDays: 60 } });
});

test.each([
  ["{", /--change .*change.json cannot be read: .*must be JSON/],
  ["[]", /must be an object with fields of an environment/],
  ['{ "retention": { "logDays": 61 } }', /makes an environment that is not allowed.*retention.logDays/s],
  ['{ "account": "999999999999" }', /account: got "999999999999": must stay "111111111111"/],
])("%s is refused", (content, message) => {
  expect(() => change(content)).toThrow(message);
});
