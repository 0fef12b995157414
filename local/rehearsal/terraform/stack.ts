import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seedLock } from "../../../terraform-cli/lock";
import type { StackEntry } from "../../../terraform-cli/stack-order";
import { terraformBinary } from "../../../toolchain/terraform";
import type { Endpoint } from "../recording/recorder";
import { changesIn, problems } from "./output";
import { writeOverride } from "./override";
import type { Ended, Program, ProgramRunner } from "./run";
import { resourcesInState } from "./state";

/** Terraform refused; the message is what it said. */
export class StackError extends Error {
  constructor(stack: string, phase: string, output: string, logFile: string) {
    super(`${stack} (${phase}): ${problems(output)}\n(all of it: ${logFile})`);
    this.name = "StackError";
  }
}

/** Where nothing can have changed in AWS since Terraform has read it. */
const NOT_READ_AGAIN = "-refresh=false";
/** What keeps Terraform from destroying something. */
const PROTECTED = /"prevent_destroy": true/;
/** Exit code of `plan -detailed-exitcode` where something would change. */
const CHANGES = 2;

export interface StackPlace {
  readonly entry: StackEntry;
  readonly directory: string;
  readonly endpoint: Endpoint;
  /** Where its state can be read without being recorded. */
  readonly stateUrl: string;
  readonly region: string;
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

  /** What was synthesized for it. */
  get synthesized(): string {
    return readFileSync(join(this.place.directory, "cdk.tf.json"), "utf8");
  }

  /** Puts the override into the folder, which was synthesized, and initializes it, unless it is: backend and provider stay. */
  async initialize(phase: string): Promise<void> {
    const { directory, endpoint, environment } = this.place;
    writeOverride(directory, endpoint.url);
    if (existsSync(join(directory, ".terraform"))) return;
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
  async plan(phase: string): Promise<readonly string[]> {
    const args = ["plan", "-detailed-exitcode", "-input=false", "-no-color"];
    const { code, output } = await this.terraform(phase, args);
    if (code === 0) return [];
    if (code !== CHANGES) throw this.error(phase, output);
    return changesIn(output);
  }

  /** Applies what a plan would change right after another one, which has read all of AWS. @returns as {@link plan} does */
  async applyChanges(phase: string): Promise<readonly string[]> {
    const output = await this.succeed(phase, ["apply", "-auto-approve", "-input=false", "-no-color", NOT_READ_AGAIN]);
    return changesIn(output);
  }

  /** Destroys it, right after a plan. */
  async destroy(phase: string): Promise<void> {
    await this.succeed(phase, ["destroy", "-auto-approve", "-input=false", "-no-color", NOT_READ_AGAIN]);
  }

  /** Whether Terraform must not destroy something of it. */
  get isProtected(): boolean {
    return PROTECTED.test(this.synthesized);
  }

  /** Why Terraform refuses to destroy it; nothing where it would. @throws StackError when it fails for another reason */
  async destructionRefused(phase: string): Promise<string | undefined> {
    const args = ["plan", "-destroy", "-input=false", "-no-color", NOT_READ_AGAIN];
    const { code, output } = await this.terraform(phase, args);
    if (code !== 0 && !output.includes("Instance cannot be destroyed")) throw this.error(phase, output);
    return code === 0 ? undefined : problems(output);
  }

  async unlock(phase: string, id: string): Promise<void> {
    await this.succeed(phase, ["force-unlock", "-force", id]);
  }

  async import(phase: string, address: string, id: string): Promise<void> {
    await this.succeed(phase, ["import", "-input=false", "-no-color", address, id]);
  }

  /** How many resources the state has. */
  resources(): Promise<number> {
    return resourcesInState(this.place.stateUrl, this.place.region);
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
