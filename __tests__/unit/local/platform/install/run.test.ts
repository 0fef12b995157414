import { CommandError, run } from "../../../../../local/platform/install/run";

const node = (script: string) => run(process.execPath, ["-e", script]);

it("hands on every line, of both streams, also an unfinished one", async () => {
  const lines: string[] = [];
  const script = 'console.log("one"); console.error("two"); process.stdout.write("three")';
  await run(process.execPath, ["-e", script], { onLine: (line) => lines.push(line) });
  expect(lines.sort()).toEqual(["one", "three", "two"]);
});

it("fails with the exit code and the last lines", async () => {
  const failure = (await node('console.log("what went wrong"); process.exit(3)').catch(
    (error) => error,
  )) as CommandError;
  expect(failure).toBeInstanceOf(CommandError);
  expect(failure.message).toMatch(/exit 3\n {2}what went wrong$/);
});

it("fails when the program does not exist", async () => {
  await expect(run("/nonexistent/program", [])).rejects.toThrow("ENOENT");
});
