import { Stopwatch } from "../../../../handlers/shared/stopwatch";

describe("Stopwatch", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("ends for the reason whose time comes first", async () => {
    const stopwatch = new Stopwatch<string>();
    stopwatch.endAfter("late", 200);
    stopwatch.endAfter("early", 100);
    jest.advanceTimersByTime(300);
    await expect(stopwatch.ended).resolves.toBe("early");
  });

  it("puts a reason off when it is given time again", async () => {
    const stopwatch = new Stopwatch<string>();
    stopwatch.endAfter("idle", 100);
    stopwatch.endAfter("deadline", 180);
    jest.advanceTimersByTime(90);
    stopwatch.endAfter("idle", 100);
    jest.advanceTimersByTime(300);
    await expect(stopwatch.ended).resolves.toBe("deadline");
  });

  it("settles once and leaves no timer behind", async () => {
    const stopwatch = new Stopwatch<string>();
    stopwatch.endAfter("deadline", 100);
    stopwatch.fail(new Error("crashed"));
    stopwatch.end("end");
    stopwatch.endAfter("idle", 100);

    await expect(stopwatch.ended).rejects.toThrow("crashed");
    expect(jest.getTimerCount()).toBe(0);
  });
});
