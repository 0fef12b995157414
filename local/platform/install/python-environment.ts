import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FoundTool } from "../../../toolchain/requirement";
import { inheritedSettings } from "../../../toolchain/user-settings";
import { CACHE_DIR } from "../paths";
import { cachedDirectory } from "./cache";
import { run } from "./run";

/** A virtual environment to make. */
export interface Environment {
  /** First part of its folder's name, such as `emulator`. */
  readonly name: string;
  /** File that pins its packages. */
  readonly requirements: string;
  readonly python: FoundTool;
}

/** Folder of a virtual environment's programs; it is made on first use, and again when a pin changes. */
export async function pythonEnvironment(
  { name, requirements, python }: Environment,
  cacheDir = CACHE_DIR,
): Promise<string> {
  const directory = await cachedDirectory(
    {
      name,
      madeFrom: [await readFile(requirements, "utf8"), python.version],
      inPlace: true,
      build: async (venv) => {
        await run(python.command, ["-m", "venv", venv]);
        const pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"];
        // Somebody's pip.conf may say otherwise, and a virtual environment refuses it.
        const env = { ...inheritedSettings(process.env), PIP_USER: "0" };
        await run(join(venv, "bin", "python"), [...pip, "--requirement", requirements], { env });
      },
    },
    cacheDir,
  );
  return join(directory, "bin");
}
