import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { terraformBinary } from "../toolchain/terraform";
import { TerraformError } from "./run";

/** A command that was ended by a signal, after the Terraform that it ran has ended in order. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
  constructor(readonly signal: NodeJS.Signals) {
    super(`Interrupted (${signal}): run the command again, and it continues where it stopped.`);
  }

  /** The exit code that a shell gives a program which a signal has ended. */
  get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs Terraform so that a signal to this process ends Terraform in order: it gets one interrupt, stops what it is doing, saves
 * the state, releases its lock, and is waited for.
 *
 * Terraform takes a second interrupt as the order to exit at once and to lose what it has not saved
 * (https://developer.hashicorp.com/terraform/cli/commands/apply). A Ctrl-C reaches every process of a terminal's group, and npm passes it
 * on once more: so Terraform runs in a group of its own, and gets the first signal alone.
 */
export class InterruptibleTerraform {
  private readonly controller = new AbortController();
  private interrupt: (() => void) | undefined;
  private readonly onSignal = (signal: NodeJS.Signals): void => {
    if (this.signal.aborted) return;
    this.controller.abort(new InterruptedError(signal));
    this.interrupt?.();
  };

  constructor(private readonly environment: NodeJS.ProcessEnv) {
    for (const signal of SIGNALS) process.on(signal, this.onSignal);
  }

  /** Aborted once a signal has come; the reason is the {@link InterruptedError}. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Runs Terraform in `directory` and returns what it prints. @throws TerraformError, or InterruptedError once a signal has come. */
  readonly quietly = (args: readonly string[], directory: string): Promise<string> =>
    this.run(args, directory, "pipe", "pipe");

  /**
   * As {@link quietly}, but what it prints goes to this process's own output as it comes. Errors go through a file and not a pipe: should
   * this process be killed, a broken pipe would end Terraform before it has saved the state.
   */
  async visibly(args: readonly string[], directory: string): Promise<void> {
    const file = join(directory, "terraform.stderr");
    const descriptor = openSync(file, "w");
    const errors = () => readFileSync(file, "utf8").trim();
    try {
      await this.run(args, directory, "inherit", descriptor, errors);
    } catch (error) {
      if (error instanceof InterruptedError && errors()) console.error(errors());
      throw error;
    } finally {
      closeSync(descriptor);
      rmSync(file, { force: true });
    }
  }

  /** Leaves signals to Node again. */
  close(): void {
    for (const signal of SIGNALS) process.off(signal, this.onSignal);
  }

  private async run(
    args: readonly string[],
    directory: string,
    stdout: "pipe" | "inherit",
    stderr: "pipe" | number,
    errors: () => string = () => "",
  ): Promise<string> {
    this.signal.throwIfAborted();
    const options = { cwd: directory, env: this.environment, detached: true };
    const child = spawn(terraformBinary(this.environment), args, { ...options, stdio: ["ignore", stdout, stderr] });
    this.interrupt = () => {
      console.error("Terraform stops, saves the state and releases its lock: wait for it.");
      child.kill("SIGINT");
    };
    const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
    try {
      const printed = Promise.all([child.stdout ? text(child.stdout) : "", child.stderr ? text(child.stderr) : ""]);
      const [status, [out, err]] = await Promise.all([ended, printed]);
      if (status === 0 && !this.signal.aborted) return out;
      this.signal.throwIfAborted();
      throw new TerraformError(args, directory, status, out, err || errors());
    } finally {
      this.interrupt = undefined;
    }
  }
}
