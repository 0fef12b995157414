import type { AwsRequest } from "../../../../../local/rehearsal/models/request";
import { ServiceModel } from "../../../../../local/rehearsal/models/service-model";
import type { OperationModel, Shape } from "../../../../../local/rehearsal/models/shape";

const TEXT: Shape = { type: "string", min: 1, max: 8, pattern: "[a-z]+" };
const COMMON: Readonly<Record<string, Shape>> = {
  Text: TEXT,
  Free: { type: "string" },
  Size: { type: "integer", min: 1, max: 10 },
  Flag: { type: "boolean" },
  Bytes: { type: "blob", max: 4 },
  Color: { type: "string", enum: ["RED", "GREEN"] },
  Texts: { type: "list", member: { shape: "Text" }, max: 2, uniqueItems: true },
  Labels: { type: "map", key: { shape: "Text" }, value: { shape: "Text" }, max: 2 },
  Choice: { type: "structure", union: true, members: { One: { shape: "Text" }, Other: { shape: "Size" } } },
};

/** A service with one operation, `Make`, whose input has the given members and the common shapes. */
export function service(
  protocol: string,
  input: Omit<Shape, "type">,
  more: { readonly http?: OperationModel["http"]; readonly shapes?: Readonly<Record<string, Shape>> } = {},
): ServiceModel {
  return new ServiceModel("example", {
    metadata: { protocol, apiVersion: "2020-01-01", targetPrefix: "Example" },
    operations: { Make: { http: more.http ?? { method: "POST", requestUri: "/" }, input: { shape: "MakeInput" } } },
    shapes: { ...COMMON, ...more.shapes, MakeInput: { type: "structure", ...input } },
  });
}

/** A request to it. */
export const request = (body: string, more: Partial<AwsRequest> = {}): AwsRequest => ({
  service: "example",
  method: "POST",
  path: "/",
  headers: {},
  size: Buffer.byteLength(body),
  body,
  ...more,
});
