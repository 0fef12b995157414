import { MACHINES } from "./machines/cases";
import { runMachine } from "./machines/run-machine";

const USAGE = `npm run test:machines [-- <start of a machine's name> …]
Runs the machines that begin so, or all, one after the other, each in a clone of the last commit. Uncommitted changes are not seen.
${MACHINES.map(({ name }) => `  ${name}`).join("\n")}`;

async function main(wanted: readonly string[]): Promise<number> {
  const chosen = MACHINES.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
  if (chosen.length === 0) {
    console.error(USAGE);
    return 2;
  }
  let failed = 0;
  for (const machine of chosen) {
    const { name, seconds, problem } = await runMachine(machine);
    const times = seconds.map((taken) => `${taken.toFixed(1)} s`).join(", ");
    console.log(`${problem ? "✗" : "✓"} ${name.padEnd(20)} ${times}${problem ? `\n${problem}` : ""}`);
    if (problem) failed++;
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
