import { join } from "node:path";
import type { FoundTool } from "../../../toolchain/requirement";
import { CACHE_DIR, PROJECT_DIR } from "../paths";
import { pythonEnvironment } from "./python-environment";

const REQUIREMENTS = join(PROJECT_DIR, "local", "emulator", "requirements.txt");

/** The Python interpreter of a virtual environment with the emulator in it; made on first use. */
export async function emulatorRuntime(python: FoundTool, cacheDir = CACHE_DIR): Promise<string> {
  return join(await pythonEnvironment({ name: "emulator", requirements: REQUIREMENTS, python }, cacheDir), "python");
}
