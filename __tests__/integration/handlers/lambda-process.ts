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
  // As Lambda does, and with its words: a function that is late has failed.
  const expiry = setTimeout(() => process.send!({ error: `Task timed out after ${timeoutMs} ms` }), timeoutMs);
  try {
    const result = await handler(event, context as Parameters<Handler>[1], () => undefined);
    if (Date.now() < end) process.send!({ result });
  } catch (error) {
    if (Date.now() < end) process.send!({ error: (error as Error).message });
  } finally {
    clearTimeout(expiry);
  }
});
