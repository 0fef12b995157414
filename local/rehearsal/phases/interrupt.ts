import type { ChildProcess } from "node:child_process";
import type { Stack } from "../terraform/stack";
import type { Lost } from "./import-id";

export type Interruption = "SIGINT" | "SIGTERM" | "SIGKILL";

const ROUNDS = 5;
/** The message has an ID before this one, which is the request's. */
const LOCK = /Lock Info:\s+ID:\s+([0-9a-f-]{36})/;
const EXISTS =
  /Error: (?:creating|putting|setting) [^(\n]*\(([^)\n]+)\)[^\n]*(?:lready\s*[eE]xist|EntityAlreadyExists|AlreadyOwnedByYou)[\s\S]*?with ((\w+)\.[\w.[\]"]+),/g;

/**
 * Ends Terraform in the middle of the stack's first apply, then applies until it is whole, as docs/DEPLOYMENT.md says: the lock is
 * released where it stayed, and what is in AWS and in no state is imported.
 * @param importId what a lost resource is imported by
 * @returns what was seen, in one line
 * @throws when it cannot be continued
 */
export async function interrupt(
  stack: Stack,
  signal: Interruption,
  importId: (lost: Lost) => Promise<string>,
): Promise<string> {
  let sent = false;
  const cut = await stack.applyWatched("interrupted", (child, output) => {
    if (sent || !output.includes("Creation complete")) return;
    sent = true;
    send(child, signal);
  });
  if (!sent)
    throw new Error(`${stack.name}: Terraform ended before it could be interrupted:\n${cut.output.slice(-2_000)}`);
  const made = count(cut.output);
  const kept = await stack.resources();
  const seen = [`${stack.name}: ${signal} when ${made} resources were complete, ${kept} are in the state`];
  for (let round = 0; round < ROUNDS; round++) {
    const { code, output } = await stack.applyWatched("continued", undefined);
    if (code === 0) return [...seen, `continued with ${count(output)} more`].join("; ");
    const lock = lockIn(output);
    if (lock) {
      seen.push("the lock stayed, and was released");
      await stack.unlock("continued", lock);
      continue;
    }
    const lost = lostIn(output);
    if (lost.length === 0)
      throw new Error(`${stack.name} cannot be continued after ${signal}:\n${output.slice(-3_000)}`);
    for (const it of lost) await stack.import("continued", it.address, await importId(it));
    seen.push(`imported ${lost.map(({ address }) => address).join(", ")}`);
  }
  throw new Error(`${stack.name} is not whole after ${ROUNDS} attempts: ${seen.join("; ")}`);
}

/** A signal that may be waited for goes to Terraform alone, which tells its provider; one that ends it at once, to both. */
function send({ pid }: ChildProcess, signal: Interruption): void {
  if (pid) process.kill(signal === "SIGKILL" ? -pid : pid, signal);
}

/** ID of the lock that Terraform found on the state. */
export const lockIn = (output: string): string | undefined => LOCK.exec(output)?.[1];

const count = (output: string): number => output.match(/Creation complete/g)?.length ?? 0;

export function lostIn(output: string): Lost[] {
  const plain = output.replace(/^[│╷╵] ?/gm, "");
  return plain.split(/(?=^Error: )/m).flatMap((error) =>
    [...error.matchAll(EXISTS)].map(([, name, address, kind]) => ({
      name: name as string,
      address: address as string,
      kind: kind as string,
    })),
  );
}
