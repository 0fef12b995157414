import { isRetriable } from "../../../../handlers/shared/aws-error";
import { explainKafkaError, kafkaErrorType, topicErrors } from "../../../../handlers/shared/kafka-error";

const aws = (name: string, status?: number) =>
  Object.assign(new Error(name), { name, $metadata: status === undefined ? {} : { httpStatusCode: status } });

describe("AWS errors", () => {
  it.each([
    ["throttling, whatever its status", aws("ThrottlingException", 400)],
    ["too many requests", aws("Busy", 429)],
    ["an error of the service", aws("InternalFailure", 500)],
    ["an unavailable service", aws("ServiceUnavailable", 503)],
    ["a time-out", Object.assign(new Error("slow"), { name: "TimeoutError" })],
    ["a broken connection", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
  ])("can be retried: %s", (_, error) => expect(isRetriable(error)).toBe(true));

  it.each([
    ["a record that is refused", aws("ValidationError", 400)],
    ["a missing permission", aws("AccessForbidden", 403)],
    ["a missing feature group", aws("ResourceNotFound", 404)],
    ["a mistake in the code", new TypeError("undefined is not a function")],
    ["nothing", undefined],
  ])("cannot be retried: %s", (_, error) => expect(isRetriable(error)).toBe(false));
});

describe("Kafka errors", () => {
  const exceeded = Object.assign(new Error("gave up"), {
    cause: Object.assign(new Error("no topic"), { type: "UNKNOWN_TOPIC_OR_PARTITION" }),
  });

  it("are known by Kafka's code, also when kafkajs wraps them", () => {
    expect(kafkaErrorType(exceeded)).toBe("UNKNOWN_TOPIC_OR_PARTITION");
    expect(kafkaErrorType(new Error("other"))).toBeUndefined();
    expect(kafkaErrorType(null)).toBeUndefined();
  });

  it("of several topics are listed by topic", () => {
    const errors = [{ topic: "a", type: "INVALID_CONFIG", message: "bad value" }];
    expect(topicErrors({ errors })).toEqual([{ type: "INVALID_CONFIG", text: "a: bad value" }]);
    expect(topicErrors(new Error("alone"))).toEqual([{ type: undefined, text: "alone" }]);
  });

  it("say what was done and what to do", () => {
    const explained = explainKafkaError("Sending to t", exceeded) as Error;
    expect(explained.message).toMatch(/^Sending to t failed: gave up\. What to do: create the topic/);
    expect(explained.cause).toBe(exceeded);
  });

  it("that nobody knows advice for stay as they are", () => {
    const error = new Error("unheard of");
    expect(explainKafkaError("Sending", error)).toBe(error);
  });
});
