import * as z from "zod";
import type { Environment } from "../envs/schema";
import type { Condition } from "./condition";
import type { Finding } from "./rule";

/** An exception from a rule: for one resource, with a reason, for a time. */
export interface Waiver {
  readonly rule: string;
  /** Stack without its environment: `features`. */
  readonly stack: string;
  /** Address: `aws_sagemaker_feature_group.group`. */
  readonly resource: string;
  /** Environments that it is for; in each of them it must be needed. */
  readonly when: Condition;
  readonly reason: string;
  /** Last day on which it holds, as `yyyy-mm-dd` (UTC). */
  readonly expires: string;
}

/** What was looked at: a waiver for another stack is neither used nor unused. */
export interface Synthesized {
  readonly environments: readonly Environment[];
  /** Ids: `<env>-<stack>`. */
  readonly stacks: readonly string[];
}

/** Findings that no waiver covers. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Waivers that are expired, or that no finding needs. */
  readonly waivers: readonly string[];
}

/**
 * Takes waived findings away. A waiver that has expired no longer waives.
 */
export function judge(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  { environments, stacks }: Synthesized,
  today: Date = new Date(),
): Verdict {
  const day = today.toISOString().slice(0, 10);
  const cases = waivers.flatMap((waiver) =>
    environments
      .filter((environment) => waiver.when.holds(environment))
      .map(({ name }) => ({ waiver, stack: `${name}-${waiver.stack}` })),
  );
  const covers = ({ waiver, stack }: (typeof cases)[number], finding: Finding) =>
    waiver.rule === finding.rule && stack === finding.stack && waiver.resource === finding.resource;
  const problems = cases
    .filter(({ stack }) => stacks.includes(stack))
    .flatMap((one) => {
      const { waiver, stack } = one;
      const name = `waiver of ${waiver.rule} for ${waiver.resource} in ${stack}`;
      if (!isDay(waiver.expires))
        return [`${name} expires on "${waiver.expires}": must be a day of the calendar such as 2026-06-30`];
      if (waiver.expires < day)
        return [`${name} expired on ${waiver.expires}: fix the resource, or renew it with a reason`];
      if (!findings.some((finding) => covers(one, finding)))
        return [`${name} is not needed: remove it, or say more exactly when it is`];
      return [];
    });
  return {
    findings: findings.filter((finding) => !cases.some((one) => holds(one.waiver, day) && covers(one, finding))),
    waivers: problems,
  };
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;
const holds = ({ expires }: Waiver, day: string): boolean => isDay(expires) && expires >= day;
