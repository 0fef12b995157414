import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Where measured figures in a document come from. */
export interface Origin {
  readonly command: string;
  /** Of the repository, shortened. */
  readonly commit: string;
  /** As yyyy-mm-dd, in UTC. */
  readonly day: string;
}

/** What `command` measures now. @throws Error outside a git repository */
export function originOf(command: string): Origin {
  const root = join(__dirname, "../..");
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  return { command, commit, day: new Date().toISOString().slice(0, 10) };
}

/** The line above the figures. */
export const madeBy = ({ command, commit, day }: Origin): string => `\`${command}\`, ${day}, commit ${commit}`;
