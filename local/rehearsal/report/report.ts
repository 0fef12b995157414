import type { RecordedCall } from "../verdict/judge-record";
import type { Violation } from "../verdict/violation";
import type { Outcome } from "./outcome";

/** What the phases saw. A phase that did not take place is absent. */
export interface Phases {
  readonly resources: Outcome<number>;
  readonly secondPlan: Outcome<readonly string[]>;
  readonly change?: Outcome<{ readonly applied: readonly string[]; readonly left: readonly string[] }>;
  /** Resources in each state after destroying. */
  readonly destroyed?: Outcome<number>;
  /** Stacks that Terraform refuses to destroy, in an environment that is protected. */
  readonly refused?: Outcome<string>;
  /** What is in AWS after destroying, and was not before deploying. */
  readonly leftovers?: readonly string[];
  /** Terraform's error, where it failed; the phases after it did not take place. */
  readonly failure?: string;
  /** What became of interrupted applies, a line each. */
  readonly interruptions?: readonly string[];
}

export interface StackReport {
  readonly stack: string;
  readonly resources: number;
  readonly requests: number;
  readonly operations: number;
  readonly secondPlan: readonly string[];
  readonly change?: { readonly applied: readonly string[]; readonly left: readonly string[] };
  /** Whether Terraform refuses to destroy it, as long as it is protected. */
  readonly refused: boolean;
  /** Resources in its state after destroying. */
  readonly destroyed?: number;
}

export interface Report {
  readonly environment: string;
  readonly stacks: readonly StackReport[];
  readonly violations: readonly Violation[];
  /** Everything else that must not be. */
  readonly failures: readonly string[];
  readonly interruptions: readonly string[];
  readonly requests: number;
  readonly operations: number;
  readonly seconds: number;
}

/** The stack with the state's bucket, which `npm run bootstrap` makes. */
const STATE = "state";

export function makeReport(
  environment: string,
  phases: Phases,
  calls: readonly RecordedCall[],
  failures: readonly string[],
  seconds: number,
): Report {
  const names = [STATE, ...phases.resources.keys()];
  const operationsOf = (of: readonly RecordedCall[]) =>
    new Set(of.map(({ call }) => `${call.model.name}:${call.operation}`)).size;
  const stacks = names.map((stack): StackReport => {
    const own = calls.filter(({ request }) => request.stack === stack);
    return {
      stack,
      resources: phases.resources.get(stack) ?? 0,
      requests: own.length,
      operations: operationsOf(own),
      secondPlan: phases.secondPlan.get(stack) ?? [],
      change: phases.change?.get(stack),
      refused: phases.refused?.has(stack) ?? false,
      destroyed: phases.destroyed?.get(stack),
    };
  });
  return {
    environment,
    stacks,
    violations: calls.flatMap(({ violations }) => violations),
    failures: [...phaseFailures(phases), ...failures],
    interruptions: phases.interruptions ?? [],
    requests: calls.length,
    operations: operationsOf(calls),
    seconds,
  };
}

function phaseFailures({ secondPlan, change, destroyed, refused, failure, leftovers = [] }: Phases): string[] {
  const plans = [...secondPlan].flatMap(([stack, lines]) =>
    lines.map((line) => `${stack}: the second plan is not empty: ${line}`),
  );
  const left = [...(change ?? [])].flatMap(([stack, { left }]) =>
    left.map((line) => `${stack}: the plan after the change is not empty: ${line}`),
  );
  const kept = [...(destroyed ?? [])].flatMap(([stack, count]) =>
    count > 0 ? [`${stack}: ${count} resources are in its state after destroying`] : [],
  );
  const unprotected = refused?.size === 0 ? ["protectData is true, and Terraform would destroy what is protected"] : [];
  return [
    ...(failure ? [failure] : []),
    ...unprotected,
    ...plans,
    ...left,
    ...kept,
    ...leftovers.map((thing) => `left after destroying: ${thing}`),
  ];
}

/** Whether AWS would have accepted everything. */
export const succeeded = ({ violations, failures }: Report): boolean => violations.length + failures.length === 0;
