import { Completion } from "../../../../handlers/shared/completion";

describe("Completion", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("ends for the reason whose time comes first", async () => {
    const completion = new Completion<string>();
    completion.endAfter("late", 200);
    completion.endAfter("early", 100);
    jest.advanceTimersByTime(300);
    await expect(completion.ended).resolves.toBe("early");
  });

  it("puts a reason off when it is given time again", async () => {
    const completion = new Completion<string>();
    completion.endAfter("idle", 100);
    completion.endAfter("deadline", 180);
    jest.advanceTimersByTime(90);
    completion.endAfter("idle", 100);
    jest.advanceTimersByTime(300);
    await expect(completion.ended).resolves.toBe("deadline");
  });

  it("settles once and leaves no timer behind", async () => {
    const completion = new Completion<string>();
    completion.endAfter("deadline", 100);
    completion.fail(new Error("crashed"));
    completion.end("end");
    completion.endAfter("idle", 100);

    await expect(completion.ended).rejects.toThrow("crashed");
    expect(jest.getTimerCount()).toBe(0);
  });
});
