import { table } from "./sections";

/** A folder of code: what it holds, and which others it may import from. */
interface Folder {
  readonly holds: string;
  readonly knows: readonly string[];
}

/** Every folder with TypeScript, the ones that know nobody first. A test reads every import and refuses one that is not listed. */
export const FOLDERS: Readonly<Record<string, Folder>> = {
  toolchain: { holds: "Java, Maven, files and settings of the machine", knows: [] },
  "terraform-cli": { holds: "Terraform's command line", knows: ["toolchain"] },
  "aws-limits": { holds: "what AWS allows, with its pages", knows: [] },
  contracts: { holds: "the events, and what is derived from them", knows: [] },
  envs: { holds: "the environments and their schema", knows: ["aws-limits", "contracts", "toolchain"] },
  guardrails: { holds: "security rules over synthesized stacks", knows: ["envs"] },
  handlers: {
    holds: "the functions; only the bundler knows the toolchain",
    knows: ["aws-limits", "contracts", "toolchain"],
  },
  "module-kit": {
    holds: "what is specific to CDKTF, and the publisher of modules",
    knows: ["terraform-cli", "toolchain"],
  },
  modules: {
    holds: "the modules; they know no environment, provider or backend",
    knows: ["aws-limits", "contracts", "module-kit"],
  },
  docs: { holds: "the samples that documents quote", knows: ["module-kit"] },
  stacks: {
    holds: "one environment's stacks",
    knows: ["aws-limits", "contracts", "envs", "handlers", "module-kit", "modules"],
  },
  local: {
    holds: "the pipeline on one machine, and the rehearsal",
    knows: ["aws-limits", "contracts", "envs", "handlers", "terraform-cli", "toolchain"],
  },
  scripts: {
    holds: "the commands of `npm run`",
    knows: [
      ...["aws-limits", "contracts", "envs", "guardrails", "handlers", "local", "module-kit", "stacks"],
      ...["terraform-cli", "toolchain"],
    ],
  },
  bench: { holds: "measurements", knows: ["handlers", "local", "scripts", "terraform-cli", "toolchain"] },
  "main.ts": {
    holds: "the synthesis of all stacks",
    knows: ["envs", "guardrails", "handlers", "module-kit", "scripts", "stacks"],
  },
};

/** The arrows, but for those that follow from others, as a Mermaid flowchart. */
export function foldersDiagram(): string {
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (FOLDERS[from]?.knows ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  const implied = (from: string, to: string) =>
    FOLDERS[from]!.knows.some((other) => other !== to && !reaches(other, from) && reaches(other, to));
  const arrows = Object.entries(FOLDERS).flatMap(([from, { knows }]) =>
    knows.filter((to) => !implied(from, to)).map((to) => `  ${from} --> ${to}`),
  );
  return ["```mermaid", "flowchart LR", ...arrows, "```"].join("\n");
}

export const foldersTable = (): string =>
  table(
    ["folder", "holds", "may import from"],
    Object.entries(FOLDERS).map(([name, { holds, knows }]) => [
      `\`${name}\``,
      holds,
      knows.map((other) => `\`${other}\``).join(", ") || "nobody",
    ]),
  );
