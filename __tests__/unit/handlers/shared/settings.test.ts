import * as z from "zod";
import { commaList, kafkaSettings, once, readSettings } from "../../../../handlers/shared/settings";

describe("a function's settings", () => {
  it("are read from the environment", () => {
    const env = { KAFKA_BOOTSTRAP_BROKERS: "a:9098, b:9098,", AWS_REGION: "us-east-1", OTHER: "x" };

    expect(readSettings(kafkaSettings, env)).toEqual({
      KAFKA_BOOTSTRAP_BROKERS: ["a:9098", "b:9098"],
      AWS_REGION: "us-east-1",
    });
  });

  it("name every variable that is missing or wrong, with its value", () => {
    const read = () => readSettings(kafkaSettings, { KAFKA_BOOTSTRAP_BROKERS: "a:9098,nonsense" });

    expect(read).toThrow(/KAFKA_BOOTSTRAP_BROKERS is "a:9098,nonsense": expected host:port/);
    expect(read).toThrow(/AWS_REGION is not set/);
  });

  it("refuse a list without entries", () => {
    expect(() => readSettings(z.object({ TICKERS: commaList }), { TICKERS: " , " })).toThrow(
      /TICKERS is " , ".*at least one/,
    );
  });
});

describe("once", () => {
  it("reads a single time, but again after a failure", () => {
    const read = jest.fn().mockImplementationOnce(() => {
      throw new Error("not yet");
    });
    read.mockReturnValue(undefined);
    const get = once(read);

    expect(get).toThrow("not yet");
    expect(get()).toBeUndefined();
    expect(get()).toBeUndefined();
    expect(read).toHaveBeenCalledTimes(2);
  });
});
