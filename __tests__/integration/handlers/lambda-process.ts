/** Child process of lambda-runtime.ts: loads a bundle and answers invocations that come as messages, one at a time. */
import type { Handler } from "aws-lambda";

interface Request {
  readonly event: unknown;
  readonly timeoutMs: number;
  readonly requestId: string;
}

const { handler } = require(process.argv[2]!) as { handler: Handler };

process.on("message", async ({ event, timeoutMs, requestId }: Request) => {
  const end = Date.now() + timeoutMs;
  const context = {
    awsRequestId: requestId,
    functionName: "under-test",
    functionVersion: "$LATEST",
    invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:under-test",
    memoryLimitInMB: "256",
    getRemainingTimeInMillis: () => end - Date.now(),
  };
  try {
    process.send!({ result: await handler(event, context as Parameters<Handler>[1], () => undefined) });
  } catch (error) {
    process.send!({ error: (error as Error).message });
  }
});
