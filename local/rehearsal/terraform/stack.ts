import { existsSync } from "node:fs";
import { join } from "node:path";
import { seedLock } from "../../../terraform-cli/lock";
import type { StackEntry } from "../../../terraform-cli/stack-order";
import { terraformBinary } from "../../../toolchain/terraform";
import type { Endpoint } from "../recording/recorder";
import { writeOverride } from "./override";
import type { Ended, Program, ProgramRunner } from "./run";

/** Terraform refused; the message is what it said. */
export class StackError extends Error {
  constructor(stack: string, phase: string, output: string, logFile: string) {
    super(`${stack} (${phase}): ${problems(output)}\n(all of it: ${logFile})`);
    this.name = "StackError";
  }
}

const PLAN = "rehearsal.tfplan";
/** Exit code of `plan -detailed-exitcode` where something would change. */
const CHANGES = 2;

export interface StackPlace {
  readonly entry: StackEntry;
  readonly directory: string;
  readonly endpoint: Endpoint;
  readonly environment: NodeJS.ProcessEnv;
  readonly logs: string;
  readonly runner: ProgramRunner;
}

/** One synthesized stack, on which Terraform is run. Every phase's output is in a log of its own. */
export class Stack {
  constructor(private readonly place: StackPlace) {}

  get name(): string {
    return this.place.entry.name;
  }

  get dependencies(): readonly string[] {
    return this.place.entry.dependencies;
  }

  /** Puts the override into the folder, which was synthesized, and initializes it. */
  async initialize(phase: string): Promise<void> {
    const { directory, endpoint, environment } = this.place;
    writeOverride(directory, endpoint.url);
    seedLock(directory, environment);
    await this.succeed(phase, ["init", "-input=false", "-no-color", "-reconfigure"]);
  }

  async apply(phase: string): Promise<void> {
    await this.succeed(phase, ["apply", "-auto-approve", "-input=false", "-no-color"]);
  }

  /** Applies, with a look at the output while it is running; however it ends is an answer. */
  applyWatched(phase: string, onOutput: Program["onOutput"]): Promise<Ended> {
    return this.terraform(phase, ["apply", "-auto-approve", "-input=false", "-no-color"], onOutput);
  }

  /** What a plan would change: a line each, such as `aws_sqs_queue.missed will be updated in-place`. */
  async plan(phase: string, ...more: string[]): Promise<readonly string[]> {
    const args = ["plan", "-detailed-exitcode", `-out=${PLAN}`, "-input=false", "-no-color", ...more];
    const { code, output } = await this.terraform(phase, args);
    if (code === 0) return [];
    if (code !== CHANGES) throw this.error(phase, output);
    const changes = [...output.matchAll(/^ {2}# (.+ (?:will|must) be .+)$/gm)].map(([, line]) => line as string);
    return changes.length > 0 ? changes : ["outputs change"];
  }

  /** Applies the last {@link plan}. */
  async applyPlan(phase: string): Promise<void> {
    await this.succeed(phase, ["apply", "-input=false", "-no-color", PLAN]);
  }

  async destroy(phase: string): Promise<void> {
    await this.succeed(phase, ["destroy", "-auto-approve", "-input=false", "-no-color"]);
  }

  /** Why Terraform refuses to destroy it; nothing where it would. */
  async destructionRefused(phase: string): Promise<string | undefined> {
    const { code, output } = await this.terraform(phase, ["plan", "-destroy", "-input=false", "-no-color"]);
    return code === 0 ? undefined : problems(output);
  }

  async unlock(phase: string, id: string): Promise<void> {
    await this.succeed(phase, ["force-unlock", "-force", id]);
  }

  async import(phase: string, address: string, id: string): Promise<void> {
    await this.succeed(phase, ["import", "-input=false", "-no-color", address, id]);
  }

  /** How many resources the state has. */
  async resources(): Promise<number> {
    if (!existsSync(join(this.place.directory, ".terraform"))) return 0;
    const output = await this.succeed("state", ["state", "pull"]);
    if (!output.trim()) return 0;
    const { resources } = JSON.parse(output) as { resources: { mode: string; instances: unknown[] }[] };
    return resources.filter(({ mode }) => mode === "managed").reduce((sum, { instances }) => sum + instances.length, 0);
  }

  private async succeed(phase: string, args: readonly string[]): Promise<string> {
    const { code, output } = await this.terraform(phase, args);
    if (code !== 0) throw this.error(phase, output);
    return output;
  }

  private terraform(phase: string, args: readonly string[], onOutput?: Program["onOutput"]): Promise<Ended> {
    const { directory, endpoint, environment, runner } = this.place;
    endpoint.phase = phase;
    return runner.run({
      command: terraformBinary(environment),
      args,
      directory,
      environment,
      logFile: this.logFile(phase),
      onOutput,
    });
  }

  private logFile(phase: string): string {
    return join(this.place.logs, `${this.name}.${phase}.log`);
  }

  private error(phase: string, output: string): StackError {
    return new StackError(this.name, phase, output, this.logFile(phase));
  }
}

/** Terraform's errors, without the frames around them; the last lines where there are none. */
function problems(output: string): string {
  const plain = output.replace(/^[│╷╵] ?/gm, "");
  const found = [...plain.matchAll(/^Error: (.+(?:\n(?!Error: |$).*)*)/gm)].map(([, text]) => (text as string).trim());
  return found.length > 0 ? found.join("\n") : plain.trim().split("\n").slice(-5).join("\n");
}
