import type { Finding } from "./rule";

/** An exception from a rule: for one resource, with a reason, for a time. */
export interface Waiver {
  readonly rule: string;
  /** Stack without its environment: `features`. */
  readonly stack: string;
  /** Address: `aws_sagemaker_feature_group.group`. */
  readonly resource: string;
  /** Environments that it is for; in each of them it must be needed. */
  readonly environments: readonly string[];
  readonly reason: string;
  /** Last day on which it holds, as `yyyy-mm-dd` (UTC). */
  readonly expires: string;
}

/** What is left to complain about. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Waivers that are expired, or that no finding needs. */
  readonly waivers: readonly string[];
}

/**
 * Takes waived findings away. A waiver that has expired no longer waives.
 * @param stacks Ids of the synthesized stacks: a waiver for another one is neither used nor unused.
 */
export function judge(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  stacks: readonly string[],
  today: Date = new Date(),
): Verdict {
  const day = today.toISOString().slice(0, 10);
  const cases = waivers.flatMap((waiver) =>
    waiver.environments.map((environment) => ({ waiver, stack: `${environment}-${waiver.stack}` })),
  );
  const covers = ({ waiver, stack }: (typeof cases)[number], finding: Finding) =>
    waiver.rule === finding.rule && stack === finding.stack && waiver.resource === finding.resource;
  const problems = cases
    .filter(({ stack }) => stacks.includes(stack))
    .flatMap((one) => {
      const { waiver, stack } = one;
      const name = `waiver of ${waiver.rule} for ${waiver.resource} in ${stack}`;
      if (waiver.expires < day)
        return [`${name} expired on ${waiver.expires}: mend the resource, or renew it with a reason`];
      if (!findings.some((finding) => covers(one, finding))) return [`${name} is not needed any more: remove it`];
      return [];
    });
  return {
    findings: findings.filter((finding) => !cases.some((one) => one.waiver.expires >= day && covers(one, finding))),
    waivers: problems,
  };
}
