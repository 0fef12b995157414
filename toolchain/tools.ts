import { existsSync } from "node:fs";
import type { Requirement } from "./requirement";
import { alternatives, managers, tools } from "./tools.json";

export type ToolName = keyof typeof tools;

/** A program that does what a tool does, where the user chose it. */
export type AlternativeName = keyof typeof alternatives;

/** A tool as a requirement, by the table that scripts/machine.mjs reads too. */
export function toolRequirement(tool: ToolName | AlternativeName): Requirement {
  const all: Readonly<Record<string, { why?: string } & (typeof tools)[ToolName]>> = { ...tools, ...alternatives };
  const { minimum, commands, version, from, why } = all[tool]!;
  const command = tool in tools ? installCommand([tool as ToolName]) : undefined;
  return {
    tool,
    minimum: minimum as [number, number],
    ...(why && { why }),
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
