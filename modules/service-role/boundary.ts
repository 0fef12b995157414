import { arn } from "../../module-kit/arn";

/** Input of every module that makes a role: many organisations let no role be made without a boundary. */
export const permissionsBoundaryArn = arn("iam:policy")
  .optional()
  .describe("ARN of the managed policy that bounds what its roles may do, whatever they are granted; none by default.");
