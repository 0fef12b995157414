import type { Context, Handler } from "aws-lambda";
import { CORRELATION_ID_HEADER } from "../../contracts/dead-letter";
import { Deadline } from "./deadline";
import type { Logger, Measurements, Telemetry } from "./telemetry";

/** What a function's body gets in addition to its event. */
export interface Invocation {
  readonly correlationId: string;
  readonly deadline: Deadline;
  readonly logger: Logger;
}

/** What a function's body answers: the result for the caller and what it measured. */
export interface Outcome<R, Metric extends string> {
  readonly result: R;
  readonly measurements: Measurements<Metric>;
}

/**
 * Makes a Lambda handler of a body: every log line carries the request and correlation ids, metrics are published
 * whether the body succeeds or not, an error is logged once and thrown on, so that Lambda knows of it.
 */
export function lambdaHandler<R, Metric extends string>(
  telemetry: Telemetry<Metric>,
  body: (event: unknown, invocation: Invocation) => Promise<Outcome<R, Metric>>,
): Handler<unknown, R> {
  const { logger } = telemetry;
  return async (event, context) => {
    const correlationId = correlationIdOf(event, context);
    logger.addContext(context);
    logger.appendKeys({ [CORRELATION_ID_HEADER]: correlationId });
    try {
      const deadline = new Deadline(() => context.getRemainingTimeInMillis());
      const { result, measurements } = await body(event, { correlationId, deadline, logger });
      telemetry.record({ Invocations: 1, Failures: 0 }, measurements);
      return result;
    } catch (error) {
      telemetry.record({ Invocations: 1, Failures: 1 });
      logger.error("The invocation failed", error instanceof Error ? error : new Error(String(error)));
      throw error;
    } finally {
      telemetry.flush();
      logger.resetKeys();
    }
  };
}

/** The caller's correlation id if it is a short printable string, else the request's id. */
function correlationIdOf(event: unknown, context: Context): string {
  const given = (event as Record<string, unknown> | null | undefined)?.[CORRELATION_ID_HEADER];
  return typeof given === "string" && /^[\x21-\x7e]{1,128}$/.test(given) ? given : context.awsRequestId;
}
