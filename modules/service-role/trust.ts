import * as z from "zod";

/**
 * Input of the modules whose service AWS does not plainly document to send `aws:SourceAccount` when it takes a role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const trustSourceAccount = (byDefault: boolean) =>
  z
    .boolean()
    .default(byDefault)
    .describe("Whether the service must name this account as its source (`aws:SourceAccount`) when it acts.");
