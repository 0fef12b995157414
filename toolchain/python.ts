import { spawnSync } from "node:child_process";
import { type FoundTool, findTool, MissingToolError } from "./requirement";
import { toolRequirement } from "./tools";
import { inheritedSettings } from "./user-settings";

/** The Python that virtual environments are made from. @throws MissingToolError also for one that cannot make them, as Debian packs it */
export function findPython(env: NodeJS.ProcessEnv = process.env): FoundTool {
  const needed = toolRequirement("Python");
  const found = findTool(needed, env);
  const { status } = spawnSync(found.command, ["-c", "import ensurepip, venv"], { env: inheritedSettings(env) });
  if (status === 0) return found;
  throw new MissingToolError(needed, `${found.command} ${found.version} lacks the modules venv and ensurepip`);
}
