import { reusable } from "../../../../handlers/shared/reusable";

describe("a reusable connection", () => {
  it("is opened once, also by simultaneous callers", async () => {
    const open = jest.fn(async () => ({}));
    const connection = reusable(open, async () => undefined);

    const [first, second] = await Promise.all([connection.get(), connection.get()]);

    expect(first).toBe(second);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it("is opened again after it was discarded, and the old one is closed", async () => {
    const open = jest.fn(async () => ({}));
    const close = jest.fn(async () => undefined);
    const connection = reusable(open, close);
    const first = await connection.get();

    connection.discard();

    expect(await connection.get()).not.toBe(first);
    expect(close).toHaveBeenCalledWith(first);
  });

  it("does not keep a failed opening, and survives a failing close", async () => {
    const open = jest.fn(async () => 1).mockRejectedValueOnce(new Error("refused"));
    const connection = reusable(open, () => Promise.reject(new Error("gone already")));

    await expect(connection.get()).rejects.toThrow("refused");
    await expect(connection.get()).resolves.toBe(1);
    connection.discard();
    await expect(connection.get()).resolves.toBe(1);
  });
});
