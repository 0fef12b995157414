import { GetAccountSettingsCommand, GetFunctionConcurrencyCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { type Check, failed, passed } from "../check";

/** What must stay unreserved: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
const MUST_STAY_UNRESERVED = 100;
/** Lambda's quota "Concurrent executions": https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const QUOTA = "--service-code lambda --quota-code L-B99A9384 --desired-value 1000";

/** Lambda refuses a reservation that would leave too little for everything else in the account. */
export const concurrency: Check = {
  title: "Lambda's concurrency",
  actions: ["lambda:GetAccountSettings", "lambda:GetFunctionConcurrency"],
  look: async ({ needs: { reservations }, aws: { lambda }, environment: { region } }) => {
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    const { ConcurrentExecutions: limit = 0, UnreservedConcurrentExecutions: unreserved = 0 } = AccountLimit ?? {};
    const missing = await Promise.all(
      Object.entries(reservations).map(async ([name, wanted]) =>
        Math.max(0, wanted - (await reservedBy(lambda, name))),
      ),
    );
    const needed = missing.reduce((sum, count) => sum + count, 0);
    const left = unreserved - needed;
    const message = `${needed} more to be reserved, ${unreserved} of the account's ${limit} unreserved`;
    if (needed === 0 || left >= MUST_STAY_UNRESERVED) return [passed(message)];
    return [
      failed(
        `${message}: Lambda wants ${MUST_STAY_UNRESERVED} to stay unreserved; ask for more with ` +
          `\`aws service-quotas request-service-quota-increase ${QUOTA} --region ${region}\`, or end other functions' reservations`,
      ),
    ];
  },
};

async function reservedBy(lambda: LambdaClient, name: string): Promise<number> {
  try {
    const answer = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: name }));
    return answer.ReservedConcurrentExecutions ?? 0;
  } catch (error) {
    if ((error as Error).name === "ResourceNotFoundException") return 0;
    throw error;
  }
}
