import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..", "..", "..");
/** Behaves like Terraform under signals: the first interrupt ends it in order, a second one at once, and both are written down. */
const TERRAFORM = `#!/bin/sh
echo $$ > pid
n=0
trap 'n=$((n+1)); echo interrupt >> signals' INT
trap 'echo terminated >> signals' TERM HUP
echo "aws_vpc.it: Creating..."
[ "$1" = fail ] && { echo "Error: no such thing" >&2; exit 1; }
[ "$1" = quick ] && exit 0
while [ $n -eq 0 ]; do sleep 0.1; done
sleep 0.7
echo "Error: operation canceled" >&2
[ $n -eq 1 ] && echo saved > state
exit 1
`;
const PROGRAM = (expression: string) => `
import { InterruptibleTerraform, InterruptedError } from ${JSON.stringify(join(ROOT, "terraform-cli", "interruptible.ts"))};
const terraform = new InterruptibleTerraform({ ...process.env, TERRAFORM_BINARY_NAME: "./terraform" });
const here = process.cwd();
(${expression}).then(
  (out) => console.log("done", out),
  (error) => { console.log(error.name + ": " + error.message); process.exitCode = error instanceof InterruptedError ? error.exitCode : 1; },
);
`;

let folder: string;
let child: ChildProcess | undefined;
let printed: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "interruptible-"));
  writeFileSync(join(folder, "terraform"), TERRAFORM);
  chmodSync(join(folder, "terraform"), 0o755);
});
afterEach(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program in a process group of its own, as a terminal does. */
async function start(expression: string): Promise<{ ended: Promise<number | null> }> {
  const program = join(folder, "program.mts");
  writeFileSync(program, PROGRAM(expression));
  const tsx = join(ROOT, "node_modules", "tsx", "dist", "loader.mjs");
  child = spawn(process.execPath, ["--import", tsx, program], { cwd: folder, detached: true });
  printed = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (data) => (printed += data));
  return { ended: new Promise((done) => child!.once("close", done)) };
}

const file = (name: string) => {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8").trim() : "";
};
const until = async (met: () => boolean) => {
  while (!met()) await new Promise((again) => setTimeout(again, 50));
};

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s gives Terraform one interrupt, however often it comes, and waits for it", async (signal, code) => {
  const { ended } = await start('terraform.visibly(["apply"], here)');
  await until(() => file("pid") !== "");
  // As from a terminal: to the whole group, and once more by npm.
  process.kill(-child!.pid!, signal);
  process.kill(child!.pid!, signal);
  await until(() => file("signals") !== "");
  process.kill(-child!.pid!, signal);
  await expect(ended).resolves.toBe(code);
  expect(file("signals")).toBe("interrupt");
  expect(file("state")).toBe("saved");
  expect(printed).toContain("aws_vpc.it: Creating...");
  expect(printed).toContain("Error: operation canceled");
  expect(printed).toContain(`InterruptedError: Interrupted (${signal}): run the command again`);
});

test("after a signal nothing more is started", async () => {
  const { ended } = await start('terraform.quietly(["apply"], here).catch(() => terraform.quietly(["quick"], here))');
  await until(() => file("pid") !== "");
  const first = file("pid");
  process.kill(child!.pid!, "SIGTERM");
  await expect(ended).resolves.toBe(143);
  expect(file("pid")).toBe(first);
});

test("what Terraform refuses is an error with its words", async () => {
  for (const method of ["quietly", "visibly"]) {
    const { ended } = await start(`terraform.${method}(["fail"], here)`);
    await expect(ended).resolves.toBe(1);
    expect(printed).toMatch(/TerraformError: terraform fail failed with 1[\s\S]*Error: no such thing/);
  }
});

test("Terraform outlives a kill of the program that runs it", async () => {
  await start('terraform.visibly(["apply"], here)');
  await until(() => file("pid") !== "");
  process.kill(child!.pid!, "SIGKILL");
  await new Promise((done) => setTimeout(done, 300));
  expect(file("state")).toBe("");
  process.kill(Number(file("pid")), "SIGINT");
  await until(() => file("state") === "saved");
});
