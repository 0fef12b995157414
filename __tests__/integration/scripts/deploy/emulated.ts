import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { stateBucket } from "../../../../envs/names";
import type { Environment } from "../../../../envs/schema";
import { deployEnvironment } from "../../../../local/platform/deploy/environment";
import { ensureStateBucket, localS3 } from "../../../../local/platform/deploy/state-bucket";
import { addresses } from "../../../../local/platform/laptop";
import type { Part } from "../../../../local/platform/parts/part";
import { terraform } from "../../../../terraform-cli/run";
import { findJdk } from "../../../../toolchain/java";
import { EmulatorAlone } from "../../local/platform/emulator-alone";

const ROOT = resolve(__dirname, "..", "..", "..", "..");

/** A `npm run deploy` that was started. */
export interface Deployment {
  /** What it has printed so far. */
  readonly output: () => string;
  /** Its exit code, as a shell gives it: 128 and the signal's number where that ended it. */
  readonly ended: Promise<number | null>;
  /** Waits until something is true; fails when the command ends before. */
  until(met: () => boolean): Promise<void>;
  /** A signal to the command alone. */
  signal(signal: NodeJS.Signals): void;
  /** A signal to every process of the command's group. */
  signalAll(signal: NodeJS.Signals): void;
  /** Ends everything at once, Terraform and its provider as well. */
  killEverything(): void;
}

/**
 * The emulator alone: it asks no adapters what uses a security group. Asking in vain is an internal error of EC2, which the provider
 * repeats for a quarter of an hour.
 */
const withoutAdapters = (part: Part): Part => ({
  ...part,
  prepare: async () => {
    const command = await part.prepare();
    return { ...command, env: { ...command.env, INTERFACES_URL: "" } };
  },
});

/** An emulated AWS with a state bucket, for deployments of one stack. */
export class Emulated {
  private constructor(
    private readonly environment: Environment,
    private readonly stack: string,
    private readonly emulator: EmulatorAlone,
  ) {}

  static async start(environment: Environment, stack: string): Promise<Emulated> {
    const emulator = await EmulatorAlone.start(withoutAdapters);
    await ensureStateBucket(emulator.url, stateBucket(environment));
    return new Emulated(environment, stack, emulator);
  }

  async stop(): Promise<void> {
    await this.emulator.stop();
  }

  /** Starts `npm run deploy -- <environment> --yes` for the stack. */
  deploy(...more: string[]): Deployment {
    const args = ["run", "--silent", "deploy", "--", this.environment.name, "--yes", "--stack", this.stack, ...more];
    const child = spawn("npm", args, { cwd: ROOT, env: this.env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    return new RunningDeployment(child);
  }

  /** Runs Terraform in the stack's folder, as a person would. */
  async terraform(...args: string[]): Promise<void> {
    const folder = join(
      ROOT,
      ".cache",
      "deploy",
      this.environment.name,
      "stacks",
      `${this.environment.name}-${this.stack}`,
    );
    await terraform([...args], folder, this.env);
  }

  /** An object of the state bucket. */
  async object(key: string): Promise<string | undefined> {
    const s3 = localS3(this.emulator.url);
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: stateBucket(this.environment), Key: key }));
      return await Body?.transformToString();
    } catch (error) {
      if ((error as Error).name === "NoSuchKey") return undefined;
      throw error;
    } finally {
      s3.destroy();
    }
  }

  private get env(): NodeJS.ProcessEnv {
    return deployEnvironment(addresses(this.emulator.ports), findJdk());
  }
}

class RunningDeployment implements Deployment {
  private printed = "";
  readonly ended: Promise<number | null>;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (data) => (this.printed += data));
    // npm ends itself by the signal that has ended what it ran.
    this.ended = new Promise((done) =>
      child.once("close", (code, signal) => done(signal ? 128 + constants.signals[signal] : code)),
    );
  }

  readonly output = (): string => this.printed;

  async until(met: () => boolean): Promise<void> {
    while (!met()) {
      if (this.child.exitCode !== null) throw new Error(`the deployment has ended:\n${this.printed}`);
      await new Promise((again) => setTimeout(again, 100));
    }
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.child.pid!, signal);
  }

  signalAll(signal: NodeJS.Signals): void {
    process.kill(-this.child.pid!, signal);
  }

  killEverything(): void {
    for (const pid of descendants(this.child.pid!)) process.kill(pid, "SIGKILL");
  }
}

/** A process and everything that it has started, whichever group that is in. */
function descendants(pid: number): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const processes = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    processes.filter(([, its]) => its === parent).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}
