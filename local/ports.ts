import { createServer } from "node:net";

/** Everything listens here and nowhere else. */
export const LOOPBACK = "127.0.0.1";

/** Whether nothing on this machine listens on the loopback port. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => server.close(() => answer(true)));
  });
}

/** A port that the operating system says is free; another process may still be faster. */
export function anyFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen({ host: LOOPBACK, port: 0 }, () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => found(port));
    });
  });
}

/** As many different free ports as there are names. */
export async function freePorts<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>> {
  const chosen = new Map<Name, number>();
  for (const name of names) {
    let port = await anyFreePort();
    while ([...chosen.values()].includes(port)) port = await anyFreePort();
    chosen.set(name, port);
  }
  return Object.fromEntries(chosen) as Record<Name, number>;
}

/** The preferred port for every name, or another free one where somebody else has taken it. */
export async function choosePorts<Name extends string>(
  preferred: Readonly<Record<Name, number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(preferred) as Name[];
  const taken: Name[] = [];
  for (const name of names) {
    if (!(await isFree(preferred[name]))) taken.push(name);
  }
  return { ...preferred, ...(await freePorts(taken)) };
}
