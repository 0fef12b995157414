import { spawnSync } from "node:child_process";
import { LOOPBACK } from "../ports";

/** The program that listens on a port, as `java (process 4711)`; undefined where the system does not tell. */
export function portOwner(port: number): string | undefined {
  const [, pid, name] = /p(\d+)\nc(.+)/.exec(said("lsof", "-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc")) ?? [];
  if (pid) return `${name} (process ${pid})`;
  // A minimal Linux has no lsof.
  const [, command, number] = /users:\(\("([^"]+)",pid=(\d+)/.exec(said("ss", "-Hltnp", `sport = :${port}`)) ?? [];
  return number ? `${command} (process ${number})` : undefined;
}

/** One line for a port that is taken. */
export const describeTaken = (name: string, port: number, owner = portOwner(port)): string =>
  `${LOOPBACK}:${port} (${name}), which ${owner ?? "another program"} has`;

function said(command: string, ...args: string[]): string {
  return spawnSync(command, args, { encoding: "utf8", timeout: 5_000 }).stdout ?? "";
}
