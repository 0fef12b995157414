import { z } from "zod";
import { section } from "./section";

const sourceAccount = (service: string, byDefault: boolean) =>
  z.boolean().default(byDefault).describe(`Whether ${service} must name this account as its source when it acts.`);

/**
 * Whether a service must send `aws:SourceAccount` when it takes its role. Each default is what AWS documents, so that a first deployment
 * is not refused; change one where AWS turns out to send it, or not to.
 *
 * - Lambda: named in https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 * - Firehose: its own page has `sts:ExternalId`, and no condition in the cluster's policy:
 *   https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 * - SageMaker Feature Store: no page shows a condition: https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-adding-policies.html
 */
export const Trust = section({
  sourceAccount: section({
    lambda: sourceAccount("Lambda", true),
    firehose: sourceAccount("Firehose", false),
    sagemaker: sourceAccount("SageMaker Feature Store", false),
  }).prefault({}),
});
