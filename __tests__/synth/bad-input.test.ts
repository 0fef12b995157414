import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { environmentNames } from "../../envs/load";

const ROOT = resolve(__dirname, "..", "..");
/** What a test changes is copied; the rest is the repository's own. */
const COPIED = ["main.ts", "envs"];

let folder: string;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bad-input-"));
  output = join(folder, "cdktf.out");
  for (const entry of readdirSync(ROOT)) {
    if (COPIED.includes(entry)) cpSync(join(ROOT, entry), join(folder, entry), { recursive: true });
    else if (!entry.startsWith("cdktf.out")) symlinkSync(join(ROOT, entry), join(folder, entry));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function synthesize(environments?: string) {
  const env: NodeJS.ProcessEnv = { ...process.env, CDKTF_OUTDIR: output };
  delete env.ENVIRONMENTS;
  if (environments) env.ENVIRONMENTS = environments;
  return spawnSync(process.execPath, ["--import", "tsx", "main.ts"], { cwd: folder, encoding: "utf8", env });
}

function edit(name: string, change: (text: string) => string): void {
  const file = join(folder, "envs", `${name}.json`);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

test("an unknown environment stops synthesis with the known ones, and nothing is written", () => {
  const { status, stderr } = synthesize("nowhere");
  expect([status, existsSync(output)]).toEqual([1, false]);
  expect(stderr).toContain(`There is no environment "nowhere"; there are ${environmentNames().join(", ")}.`);
});

test("an environment file that is not JSON stops synthesis with its name, and nothing is written", () => {
  edit("staging", (text) => text.slice(0, text.length / 2));
  const { status, stderr } = synthesize();
  expect([status, existsSync(output)]).toEqual([1, false]);
  expect(stderr).toContain("envs/staging.json is not JSON");
  expect(stderr).not.toContain("    at ");
});

test("a wrong environment file stops synthesis with every problem, and nothing is written", () => {
  edit("dev", (text) => {
    const environment = JSON.parse(text);
    environment.region = "mars-1";
    environment.flink.parallelism = 0;
    environment.kafka.topics.input.partitons = 3;
    return JSON.stringify(environment);
  });
  const { status, stderr } = synthesize("dev");
  expect([status, existsSync(output)]).toEqual([1, false]);
  expect(stderr).toMatch(/envs\/dev\.json is wrong/);
  expect(stderr).toMatch(/region: got "mars-1": must be an AWS region/);
  expect(stderr).toMatch(/flink\.parallelism: got 0/);
  expect(stderr).toMatch(/kafka\.topics\.input: .*partitons/);
});
