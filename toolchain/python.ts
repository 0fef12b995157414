import { type FoundTool, findTool } from "./requirement";

/** The Python that the emulator's virtual environment is made from. */
export function findPython(env: NodeJS.ProcessEnv = process.env): FoundTool {
  return findTool(
    {
      tool: "Python",
      minimum: [3, 10],
      candidates: [
        ["python3", "--version"],
        ["python", "--version"],
      ],
      version: /(?<=Python )(\d+)\.(\d+)\S*/,
      howToGet:
        "Get it from https://www.python.org/downloads (or: apt install python3 python3-venv, brew install python).",
    },
    env,
  );
}
