import { existsSync } from "node:fs";
import type { Requirement } from "./requirement";
import { managers, tools } from "./tools.json";

export type ToolName = keyof typeof tools;

/** A tool as a requirement, by the table that scripts/machine.mjs reads too. */
export function toolRequirement(tool: ToolName): Requirement {
  const { minimum, commands, version, from } = tools[tool];
  const command = installCommand([tool]);
  return {
    tool,
    minimum: minimum as [number, number],
    candidates: commands,
    version: new RegExp(version),
    howToGet: `Get it from ${from}${command ? `, or: ${command}` : ""}.`,
  };
}

/** The command of this platform that installs the tools, where one does. */
export function installCommand(
  names: readonly ToolName[],
  isThere: (program: string) => boolean = existsSync,
): string | undefined {
  const found = Object.entries(managers).find(([, { programs }]) => programs.some(isThere));
  if (!found) return undefined;
  const [manager, { install }] = found;
  const packages = names.flatMap((name) => (tools[name].packages as Record<string, string[]>)[manager] ?? []);
  return packages.length > 0 ? `${install} ${packages.join(" ")}` : undefined;
}
