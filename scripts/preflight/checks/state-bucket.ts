import { stateBucket as bucketOf } from "../../../envs/names";
import { BucketError, bootstrapProgress } from "../../bootstrap/state-bucket";
import { type Check, failed, notice, passed } from "../check";

/** The bucket with Terraform's state is there, belongs to the account, and can be read. */
export const stateBucket: Check = {
  title: "state bucket",
  actions: ["s3:ListBucket", "s3:GetObject"],
  look: async ({ environment }) => {
    const bucket = bucketOf(environment);
    try {
      const progress = await bootstrapProgress(environment);
      if (progress === "complete") return [passed(bucket)];
      const next = `run \`npm run bootstrap -- ${environment.name}\``;
      if (progress === "absent") return [failed(`${bucket} is not there: ${next}`)];
      return [notice(`${bucket} is there, but its own state is not, as after a bootstrap that was cut off: ${next}`)];
    } catch (error) {
      if (!(error instanceof BucketError)) throw error;
      return [failed(error.message)];
    }
  },
};
