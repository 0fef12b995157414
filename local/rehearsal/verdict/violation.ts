/** A request that AWS would refuse, and why. */
export interface Violation {
  readonly stack: string;
  readonly phase: string;
  /** Such as `iam:CreateRole`. */
  readonly operation: string;
  /** Name of what the request is about; empty where it has none. */
  readonly subject: string;
  readonly member: string;
  readonly rule: string;
  readonly detail: string;
}

/** Violations that are the same but for where they were sent from count once, with how many there are. */
export function grouped(violations: readonly Violation[]): { readonly violation: Violation; readonly times: number }[] {
  const groups = new Map<string, { violation: Violation; times: number }>();
  for (const violation of violations) {
    const { phase, ...same } = violation;
    const key = JSON.stringify({ ...same, member: same.member.replace(/\[\d+\]/g, "[]") });
    const group = groups.get(key);
    if (group) group.times += 1;
    else groups.set(key, { violation, times: 1 });
  }
  return [...groups.values()];
}
