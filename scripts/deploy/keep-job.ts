import type { Environment } from "../../envs/schema";
import { applicationName, connectJob } from "../job/connect";
import { explain } from "../job/errors";
import { snapshotBeforeDeployment } from "../job/snapshot";
import type { MadePlan } from "../plan/plan-stack";

/** Keeps the running job's state in a snapshot of its own before a plan changes the job. The plan is not to be applied when that fails. */
export const keepJob =
  (environment: Environment) =>
  async ({ changes }: MadePlan): Promise<void> => {
    const touched = changes.some(
      ({ type, action }) => type === "aws_kinesisanalyticsv2_application" && action !== "create",
    );
    if (!touched) return;
    try {
      await snapshotBeforeDeployment(await connectJob(environment, console.log));
    } catch (error) {
      const { message } = explain(error, environment, applicationName(environment));
      throw new Error(
        `Nothing was changed, since the job's state could not be kept: ${message} Use --skip-snapshot to deploy without, as where the job is too broken for one.`,
        { cause: error },
      );
    }
  };
