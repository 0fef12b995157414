import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { RunningBroker } from "../../../../local/platform/broker";

const PROGRAM = join(__dirname, "../../../../scripts/replay.ts");

/** How a run of the tool ended; null when it was killed. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** The tool as people run it, in a process of its own, signed in to the broker by IAM. */
export class ReplayProgram {
  constructor(private readonly broker: RunningBroker) {}

  /** Runs it; `watch` sees the output so far whenever there is more. */
  async run(
    args: readonly string[],
    watch: (output: string, program: ChildProcess) => void = () => undefined,
  ): Promise<Run> {
    const program = spawn(
      process.execPath,
      ["--import", "tsx", PROGRAM, ...args, "--env", "local", "--brokers", this.broker.bootstrapIam],
      {
        env: {
          PATH: process.env.PATH,
          AWS_ACCESS_KEY_ID: "test",
          AWS_SECRET_ACCESS_KEY: "test",
          NODE_EXTRA_CA_CERTS: this.broker.tls.caBundle,
        },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let output = "";
    for (const stream of [program.stdout, program.stderr])
      stream.on("data", (text) => {
        output += text;
        watch(output, program);
      });
    const [code] = await once(program, "close");
    return { code, output };
  }
}
