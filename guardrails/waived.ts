import type { Waiver } from "./waivers";

/** Every exception from the rules. */
export const WAIVERS: readonly Waiver[] = [
  {
    rule: "feature-group-protected",
    stack: "features",
    resource: "aws_sagemaker_feature_group.group",
    environments: ["dev", "local"],
    reason: "Meant to be destroyed and made again; their data can be computed anew from made-up prices.",
    expires: "2027-11-30",
  },
];
