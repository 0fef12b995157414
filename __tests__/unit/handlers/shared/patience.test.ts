import { mapConcurrently } from "../../../../handlers/shared/concurrency";
import { Deadline, DeadlineExceeded } from "../../../../handlers/shared/deadline";
import { retry } from "../../../../handlers/shared/retry";
import { deadlineIn, fakeTime } from "../support";

describe("Deadline", () => {
  it("keeps a margin before the end of the invocation", () => {
    expect(new Deadline(() => 5_000, 1_500).remainingMs()).toBe(3_500);
    expect(new Deadline(() => 1_000, 1_500).remainingMs()).toBe(0);
    expect(new Deadline(() => 1_000, 1_500).passed).toBe(true);
  });

  it("gives up on work that takes longer, saying which", async () => {
    await expect(deadlineIn(10).within("Waiting", new Promise(() => undefined))).rejects.toThrow(
      new DeadlineExceeded("Waiting did not finish before the function's own time-out"),
    );
  });

  it("passes results and errors of work on", async () => {
    await expect(deadlineIn(1_000).within("Work", Promise.resolve(7))).resolves.toBe(7);
    await expect(deadlineIn(1_000).within("Work", Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  });
});

describe("retry", () => {
  const policy = (time: ReturnType<typeof fakeTime>, remainingMs = 60_000) => ({
    attempts: 5,
    firstPauseMs: 100,
    longestPauseMs: 300,
    retriable: (error: unknown) => (error as Error).message === "again",
    deadline: time.deadlineIn(remainingMs),
    sleep: time.sleep,
    random: () => 1,
  });
  const again = () => Promise.reject(new Error("again"));

  it("waits ever longer, up to a bound, and gives up after the last attempt", async () => {
    const time = fakeTime();
    const work = jest.fn(again);

    await expect(retry(work, policy(time))).rejects.toThrow("again");
    expect(work).toHaveBeenCalledTimes(5);
    expect(time.slept).toEqual([100, 200, 300, 300]);
  });

  it("spreads its pauses over the whole interval", async () => {
    const time = fakeTime();
    await expect(retry(again, { ...policy(time), random: () => 0.25 })).rejects.toThrow();
    expect(time.slept).toEqual([25, 50, 75, 75]);
  });

  it("does not repeat what cannot succeed", async () => {
    const work = jest.fn(() => Promise.reject(new Error("never")));
    await expect(retry(work, policy(fakeTime()))).rejects.toThrow("never");
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("never sleeps past the deadline", async () => {
    const time = fakeTime();
    await expect(retry(again, policy(time, 250))).rejects.toThrow("again");
    expect(time.slept).toEqual([100]);
  });

  it("answers the first success", async () => {
    const work = jest.fn(async () => "done").mockRejectedValueOnce(new Error("again"));
    await expect(retry(work, policy(fakeTime()))).resolves.toBe("done");
  });
});

describe("mapConcurrently", () => {
  it("keeps the order and never runs more than the limit at a time", async () => {
    let running = 0;
    let most = 0;
    const results = await mapConcurrently([5, 1, 4, 2, 3], 2, async (item) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, item));
      running--;
      return item * 10;
    });

    expect(results).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });

  it("does nothing for no items", async () => {
    await expect(mapConcurrently([], 3, async () => 1)).resolves.toEqual([]);
  });
});
