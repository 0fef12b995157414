import type { Context } from "aws-lambda";
import { lambdaHandler } from "../../../../handlers/shared/invocation";
import type { Logger, Telemetry } from "../../../../handlers/shared/telemetry";

function recorder() {
  const measured: Record<string, number | undefined>[] = [];
  const keys: unknown[] = [];
  const logger = {
    addContext: jest.fn(),
    appendKeys: (added: unknown) => keys.push(added),
    resetKeys: jest.fn(),
    error: jest.fn(),
  };
  const flush = jest.fn();
  const telemetry: Telemetry<"RecordsProduced"> = {
    logger: logger as unknown as Logger,
    record: (common, own) => void measured.push({ ...common, ...own }),
    flush,
  };
  return { telemetry, measured, keys, logger, flush };
}

const context = { awsRequestId: "request-1", getRemainingTimeInMillis: () => 10_000 } as Context;

describe("lambdaHandler", () => {
  it("answers the body's result and publishes what it measured", async () => {
    const { telemetry, measured, flush } = recorder();
    const handler = lambdaHandler(telemetry, async () => ({ result: "ok", measurements: { RecordsProduced: 3 } }));

    await expect(handler({}, context, () => undefined)).resolves.toBe("ok");
    expect(measured).toEqual([{ Invocations: 1, Failures: 0, RecordsProduced: 3 }]);
    expect(flush).toHaveBeenCalledTimes(1);
  });

  it("logs and counts a failure once, and passes it on to Lambda", async () => {
    const { telemetry, measured, logger, flush } = recorder();
    const handler = lambdaHandler(telemetry, () => Promise.reject(new Error("broken")));

    await expect(handler({}, context, () => undefined)).rejects.toThrow("broken");
    expect(measured).toEqual([{ Invocations: 1, Failures: 1 }]);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(flush).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["the caller's", { correlation_id: "trace-1" }, "trace-1"],
    ["the request's, when there is none", {}, "request-1"],
    ["the request's, when there is no event", null, "request-1"],
    ["the request's, when the caller's would break the log", { correlation_id: "a\nb" }, "request-1"],
  ])("uses %s correlation id, in the log too", async (_, event, expected) => {
    const { telemetry, keys, logger } = recorder();
    const handler = lambdaHandler(telemetry, async (__, { correlationId }) => ({
      result: correlationId,
      measurements: {},
    }));

    await expect(handler(event, context, () => undefined)).resolves.toBe(expected);
    expect(keys).toEqual([{ correlation_id: expected }]);
    expect(logger.resetKeys).toHaveBeenCalledTimes(1);
  });

  it("gives the body less time than Lambda gives the function", async () => {
    const { telemetry } = recorder();
    const handler = lambdaHandler(telemetry, async (_, { deadline }) => ({
      result: deadline.remainingMs(),
      measurements: {},
    }));

    expect(await handler({}, context, () => undefined)).toBeLessThan(10_000);
  });
});
