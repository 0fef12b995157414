import { join } from "node:path";
import type { Environment } from "../../envs/schema";
import type { StackEntry } from "../../terraform-cli/stack-order";
import { step } from "../platform/report";
import type { Change } from "./change";
import { bootstrap } from "./phases/bootstrap";
import { type Interruption, interrupt } from "./phases/interrupt";
import { synthesize } from "./phases/synthesize";
import type { AwsPlatform } from "./platform";
import type { Recorder } from "./recording/recorder";
import type { Outcome } from "./report/outcome";
import { awsAt } from "./terraform/environment";
import { inDependencyOrder } from "./terraform/in-order";
import type { ProgramRunner } from "./terraform/run";
import { Stack } from "./terraform/stack";
import type { Workplace } from "./workplace";

/** How many stacks Terraform works on at a time, where the order of deployment allows it. */
const WIDTH = 2;

export interface Stage {
  readonly environment: Environment;
  readonly place: Workplace;
  readonly platform: AwsPlatform;
  readonly recorder: Recorder;
  readonly runner: ProgramRunner;
}

/** The phases of a rehearsal, on stacks that it synthesizes. Each returns what it saw, by stack. */
export class Rehearsal {
  private stacks: readonly Stack[] = [];

  constructor(private readonly stage: Stage) {}

  get names(): readonly string[] {
    return this.stacks.map(({ name }) => name);
  }

  async bootstrap(): Promise<void> {
    const { environment, place, recorder, runner } = this.stage;
    const endpoint = await recorder.open("state");
    const programEnvironment = awsAt(endpoint.url, environment.region);
    const folders = { work: place.bootstrap, logs: place.logs };
    await this.step("npm run bootstrap", () =>
      bootstrap(environment.name, endpoint, programEnvironment, folders, runner),
    );
  }

  /** Synthesizes the environment. Which stacks there are does not depend on a change. */
  async synthesize(change?: Change): Promise<void> {
    const { environment, place } = this.stage;
    await this.step(change ? "synthesizing the change" : "synthesizing", async () => {
      const folders = { output: place.stacks, logs: place.logs, environments: change?.folder };
      const entries = await synthesize(environment.name, folders, this.stage.runner);
      if (this.stacks.length === 0) this.stacks = await Promise.all(entries.map((entry) => this.stackOf(entry)));
    });
  }

  private async stackOf(entry: StackEntry): Promise<Stack> {
    const { environment, place, platform, recorder, runner } = this.stage;
    const endpoint = await recorder.open(entry.name);
    const directory = join(place.stacks, entry.workingDirectory);
    const aws = { ...awsAt(endpoint.url, environment.region), NODE_EXTRA_CA_CERTS: platform.caBundle };
    return new Stack({ entry, directory, endpoint, environment: aws, logs: place.logs, runner });
  }

  /**
   * @param interruptions Signals that end Terraform in the middle of a stack, one stack each; it continues then.
   * @returns resources of each stack, and what became of the interruptions
   */
  async deploy(
    interruptions: readonly Interruption[] = [],
  ): Promise<{ resources: Outcome<number>; seen: readonly string[] }> {
    const outcome = new Map<string, number>();
    const [left, seen]: [Interruption[], string[]] = [[...interruptions], []];
    await this.each("apply", async (stack) => {
      await stack.initialize("init");
      const signal = left.shift();
      if (signal) seen.push(await interrupt(stack, signal, this.stage.environment.account));
      else await stack.apply("apply");
      outcome.set(stack.name, await stack.resources());
    });
    return { resources: outcome, seen };
  }

  /** @returns what would change in each stack right after it was applied */
  async planAgain(phase: string): Promise<Outcome<readonly string[]>> {
    const outcome = new Map<string, readonly string[]>();
    await this.each(phase, async (stack) => void outcome.set(stack.name, await stack.plan(phase)));
    return outcome;
  }

  /** Applies the change, then plans again what it changed. @returns changes that were applied, and those that a plan still wants */
  async change(
    change: Change,
  ): Promise<Outcome<{ readonly applied: readonly string[]; readonly left: readonly string[] }>> {
    await this.synthesize(change);
    const outcome = new Map<string, { applied: readonly string[]; left: readonly string[] }>();
    await this.each("change", async (stack) => {
      await stack.initialize("change");
      const applied = await stack.plan("change");
      if (applied.length > 0) await stack.applyPlan("change");
      const left = applied.length > 0 ? await stack.plan("plan after change") : [];
      outcome.set(stack.name, { applied, left });
    });
    return outcome;
  }

  /** Applies what lets topics with records be deleted, in the stack that has them. */
  async letTopicsBeDeleted(change: Change): Promise<void> {
    await this.synthesize(change);
    await this.each("topics may be deleted", async (stack) => {
      await stack.initialize("init");
      if (stack.name.endsWith("-streaming")) await stack.apply("topics may be deleted");
    });
  }

  /** @returns resources that each stack's state still has */
  async destroy(): Promise<Outcome<number>> {
    const outcome = new Map<string, number>();
    const destroy = async (stack: Stack): Promise<void> => {
      await stack.destroy("destroy");
      outcome.set(stack.name, await stack.resources());
    };
    await this.each("destroy", destroy, true);
    return outcome;
  }

  /** @returns why Terraform refuses to destroy each stack, for those where it does */
  async destructionRefused(): Promise<Outcome<string>> {
    const outcome = new Map<string, string>();
    await this.each("destroy", async (stack) => {
      const refused = await stack.destructionRefused("destroy");
      if (refused) outcome.set(stack.name, refused);
    });
    return outcome;
  }

  private each(phase: string, work: (stack: Stack) => Promise<void>, backwards = false): Promise<void> {
    return this.step(phase, (note) =>
      inDependencyOrder(
        this.stacks,
        async (stack) => {
          await work(stack);
          note(`last ${stack.name}`);
        },
        { width: WIDTH, backwards },
      ),
    );
  }

  private step(label: string, work: (note: (detail: string) => void) => Promise<void>): Promise<void> {
    return step(`${this.stage.environment.name}: ${label}`, work);
  }
}
