import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CACHE_DIR, PROJECT_DIR } from "../paths";
import type { FoundTool } from "../toolchain/requirement";
import { cachedDirectory } from "./cache";
import { run } from "./run";

const REQUIREMENTS = join(PROJECT_DIR, "local", "emulator", "requirements.txt");

/** The Python interpreter of a virtual environment with the emulator in it; made on first use. */
export async function emulatorRuntime(python: FoundTool, cacheDir = CACHE_DIR): Promise<string> {
  const dir = await cachedDirectory(
    {
      name: "emulator",
      madeFrom: [await readFile(REQUIREMENTS, "utf8"), python.version],
      inPlace: true,
      build: async (venv) => {
        await run(python.command, ["-m", "venv", venv]);
        const pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"];
        await run(join(venv, "bin", "python"), [...pip, "--requirement", REQUIREMENTS]);
      },
    },
    cacheDir,
  );
  return join(dir, "bin", "python");
}
