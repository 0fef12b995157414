import { topicDeletion } from "../../envs/topics";
import type { RehearsalOptions } from "./arguments";
import { type Change, withTopicsDeletable } from "./change";
import { inventory } from "./inventory";
import type { AwsPlatform } from "./platform";
import type { Rehearsal } from "./rehearsal";
import type { Phases } from "./report/report";
import { StackError } from "./terraform/stack";

const INTERRUPTIONS = ["SIGINT", "SIGTERM", "SIGKILL"] as const;

/**
 * What a service makes itself, and keeps: SageMaker makes a Glue database for offline stores, and deletes it with none of them
 * (https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteFeatureGroup.html).
 */
const KEPT = ["Glue database sagemaker_featurestore"];

/**
 * Runs the phases in their order. Where Terraform fails in one, what the earlier ones saw is returned with its error.
 * @param folder For an environment's files.
 */
export async function runPhases(
  rehearsal: Rehearsal,
  platform: AwsPlatform,
  options: RehearsalOptions,
  change: Change | undefined,
  folder: string,
): Promise<Phases> {
  const seen: { -readonly [Phase in keyof Phases]: Phases[Phase] } = { resources: new Map(), secondPlan: new Map() };
  try {
    for await (const phase of phases(rehearsal, platform, options, change, folder)) Object.assign(seen, phase);
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    seen.failure = error.message;
  }
  return seen;
}

async function* phases(
  rehearsal: Rehearsal,
  platform: AwsPlatform,
  { environment, interrupt }: RehearsalOptions,
  change: Change | undefined,
  folder: string,
): AsyncGenerator<Partial<Phases>> {
  await Promise.all([rehearsal.bootstrap(), rehearsal.synthesize()]);
  const before = await inventory(platform, environment.region);
  const { resources, seen } = await rehearsal.deploy(interrupt ? INTERRUPTIONS : []);
  yield { resources, interruptions: seen };
  yield { secondPlan: await rehearsal.planAgain("second plan") };
  if (environment.protectData) yield { refused: await rehearsal.destructionRefused() };
  const last = change?.environment ?? environment;
  // The schedules have written prices by now, and topics with records are deleted only where the environment says so.
  const applied =
    last.protectData || topicDeletion(last) === "always" ? change : withTopicsDeletable(last, change?.folder, folder);
  if (applied) yield { change: await rehearsal.change(applied) };
  if (last.protectData) return;
  yield { destroyed: await rehearsal.destroy() };
  const after = await inventory(platform, environment.region);
  const left = [...after].filter((thing) => !before.has(thing) && !KEPT.includes(thing));
  // A killed Terraform has no record of things without a name of their own, such as keys: they are reported, and expected.
  yield interrupt
    ? { interruptions: [...seen, ...left.map((thing) => `in no state after SIGKILL: ${thing}`)] }
    : { leftovers: left };
}
