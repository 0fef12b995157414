/** Names of the errors with which AWS asks to be called less often; some come with status 400. */
const THROTTLING = /Throttl|TooManyRequests|LimitExceeded|SlowDown/;

/** Whether another attempt can help: throttling, a 5xx, or no answer at all. Any other 4xx is the request's own fault. */
export function isRetriable(error: unknown): boolean {
  const { name = "", $metadata } = (error ?? {}) as { name?: string; $metadata?: { httpStatusCode?: number } };
  if (THROTTLING.test(name)) return true;
  const status = $metadata?.httpStatusCode;
  return status === undefined ? isNetworkError(error) : status === 429 || status >= 500;
}

function isNetworkError(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: string; code?: unknown };
  return (
    name === "TimeoutError" ||
    name === "AbortError" ||
    (typeof code === "string" && /^(E[A-Z]+|UND_ERR_\w+)$/.test(code))
  );
}

/** An error's name and message, for a log line or a report. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
