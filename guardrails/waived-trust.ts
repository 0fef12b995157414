import { type Condition, trusts } from "./condition";
import type { Waiver } from "./waivers";

/** Functions by the stack that they are in, as their constructs are named. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  streaming: ["create_topics"],
  processing: ["producer", "consumer", "replay"],
  features: ["feature_store", "check_feature_store"],
};

const waiver = (stack: string, document: string, when: Condition, reason: string, expires: string): Waiver => ({
  rule: "iam-service-principals",
  stack,
  resource: `data.aws_iam_policy_document.${document}`,
  when,
  reason,
  expires,
});

/** What follows from the environment's `trust.sourceAccount`: services that act without naming their source. */
export const trustWaivers = (expires: string): readonly Waiver[] => [
  ...Object.entries(FUNCTIONS).flatMap(([stack, functions]) =>
    functions.map((name) =>
      waiver(
        stack,
        `${name}_role_trust`,
        trusts("lambda"),
        "A function takes the role that it was given with iam:PassRole, which reaches no other account's roles.",
        expires,
      ),
    ),
  ),
  waiver(
    "streaming",
    "policy_firehose",
    trusts("firehose"),
    "As AWS's page has it. A stream of another account could connect, but not read: its role has no right to the topics.",
    expires,
  ),
  waiver(
    "features",
    "group_role_trust",
    trusts("sagemaker"),
    "As AWS's pages have it. A feature group takes the role that it was given with iam:PassRole, which reaches no other account's roles.",
    expires,
  ),
];
