import { join } from "node:path";
import { stateBucket, stateKey } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import type { StackEntry } from "../../terraform-cli/stack-order";
import { step } from "../platform/report";
import type { Change } from "./change";
import { bootstrap } from "./phases/bootstrap";
import { importIds } from "./phases/import-id";
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
    const stateUrl = `${platform.emulator}/${stateBucket(environment)}/${stateKey(environment, entry.name.slice(environment.name.length + 1))}`;
    const { region } = environment;
    return new Stack({ entry, directory, endpoint, stateUrl, region, environment: aws, logs: place.logs, runner });
  }

  /**
   * @param interruptions Signals that end Terraform in the middle of a stack, one stack each; it continues then.
   * @returns resources of each stack, and what became of the interruptions
   */
  async deploy(
    interruptions: readonly Interruption[] = [],
  ): Promise<{ resources: Outcome<number>; seen: readonly string[] }> {
    const outcome = new Map<string, number>();
    const { environment, platform } = this.stage;
    const importId = importIds(environment, platform.emulator);
    const [left, seen]: [Interruption[], string[]] = [[...interruptions], []];
    await this.each("apply", async (stack) => {
      await stack.initialize("init");
      const signal = left.shift();
      if (signal) seen.push(await interrupt(stack, signal, importId));
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

  /**
   * Applies the change, then plans again what it changed. A stack that is synthesized as before, after others that nothing changed in,
   * stays as the second plan saw it.
   * @returns changes that were applied, and those that a plan still wants
   */
  async change(
    change: Change,
  ): Promise<Outcome<{ readonly applied: readonly string[]; readonly left: readonly string[] }>> {
    const before = new Map(this.stacks.map((stack) => [stack.name, stack.synthesized]));
    await this.synthesize(change);
    const outcome = new Map<string, { applied: readonly string[]; left: readonly string[] }>();
    const isAsBefore = ({ name, synthesized, dependencies }: Stack): boolean =>
      synthesized === before.get(name) && dependencies.every((other) => outcome.get(other)?.applied.length === 0);
    await this.each("change", async (stack) => {
      await stack.initialize("change");
      const applied = isAsBefore(stack) ? [] : await stack.applyChanges("change");
      const left = applied.length > 0 ? await stack.plan("plan after change") : [];
      outcome.set(stack.name, { applied, left });
    });
    return outcome;
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

  /**
   * Destroys the last of the stacks with something that is protected: taking the environment down ends there.
   * @returns why Terraform refuses that; nothing where it would destroy it, or where no stack is protected
   */
  async destructionRefused(): Promise<Outcome<string>> {
    const outcome = new Map<string, string>();
    const stack = this.stacks.findLast(({ isProtected }) => isProtected);
    await this.step("destroy what is protected", async () => {
      const reason = await stack?.destructionRefused("destroy");
      if (stack && reason) outcome.set(stack.name, reason);
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
