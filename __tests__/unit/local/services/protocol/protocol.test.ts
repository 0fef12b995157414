import { z } from "zod";
import { AwsError } from "../../../../../local/services/protocol/aws-error";
import { jsonTargetService } from "../../../../../local/services/protocol/json-target";
import { operationsOf } from "../../../../../local/services/protocol/operation";
import { parseBody } from "../../../../../local/services/protocol/request";
import { restJsonService } from "../../../../../local/services/protocol/rest-json";

const operation = operationsOf((problems) => new AwsError("ValidationException", problems));
const request = { method: "GET", path: "/", query: new URLSearchParams(), body: {} };
const echo = (schema: z.ZodType) => operation(schema, (input) => input as object);

describe("parseBody", () => {
  it.each(["{", "[]", "1", "null"])("refuses %s", (text) => {
    expect(() => parseBody(text)).toThrow(expect.objectContaining({ type: "SerializationException" }));
  });
  it("takes nothing for an empty object", () => expect(parseBody("")).toEqual({}));
});

describe("restJsonService", () => {
  const service = restJsonService("kafka", {
    "GET /v1/clusters/{arn}/tags": echo(z.strictObject({ arn: z.string(), keys: z.array(z.string()).optional() })),
  });

  it("takes an ARN, slashes and all, as one segment", async () => {
    const arn = "arn:aws:kafka:us-east-1:000000000000:cluster/a/b";
    const path = `/v1/clusters/${encodeURIComponent(arn)}/tags`;
    await expect(service.handle({ ...request, path })).resolves.toEqual({ arn });
  });

  it("takes a repeated query parameter for a list", async () => {
    const query = new URLSearchParams("keys=a&keys=b");
    await expect(service.handle({ ...request, path: "/v1/clusters/x/tags", query })).resolves.toEqual({
      arn: "x",
      keys: ["a", "b"],
    });
  });

  it.each([
    ["another path", { path: "/v1/clusters/a/b/tags" }],
    ["another method", { method: "PUT", path: "/v1/clusters/a/tags" }],
    ["a call of another protocol", { path: "/v1/clusters/a/tags", target: "Firehose_20150804.X" }],
  ])("leaves %s to others", (_, change) => expect(service.handle({ ...request, ...change })).toBeUndefined());
});

describe("jsonTargetService", () => {
  const service = jsonTargetService("firehose", "Firehose_20150804", {
    Do: echo(z.strictObject({ Name: z.string() })),
  });
  const call = (target: string, body: Record<string, unknown>) =>
    service.handle({ ...request, method: "POST", target, body });

  it("leaves another service's calls to it", () => expect(call("SageMaker.Do", {})).toBeUndefined());

  it("says which operations it has when it lacks one", () => {
    expect(() => call("Firehose_20150804.constructor", {})).toThrow(
      /constructor is not answered locally. Answered: Do/,
    );
  });

  it("refuses an unknown field with the service's own error, which names it", async () => {
    await expect(call("Firehose_20150804.Do", { Name: "a", Colour: "red" })).rejects.toMatchObject({
      type: "ValidationException",
      message: expect.stringContaining("Colour"),
    });
  });

  it("names the field that is missing", async () => {
    await expect(call("Firehose_20150804.Do", {})).rejects.toThrow(/^Name: /);
  });
});
