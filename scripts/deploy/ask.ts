import { createInterface } from "node:readline/promises";

/** Asks the person at the terminal, and returns the answer; none when the input ends. */
export type Ask = (question: string) => Promise<string>;

/** Asks on the terminal. @throws the reason of `signal` once that is aborted */
export const askTerminal =
  (signal: AbortSignal): Ask =>
  async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    // The terminal's own Ctrl-C is no signal while a line is read.
    terminal.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
    const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    try {
      return (await Promise.race([terminal.question(question, { signal }), ended])).trim();
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      terminal.close();
    }
  };
