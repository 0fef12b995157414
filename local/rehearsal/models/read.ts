import { readJson } from "./json";
import { QueryReader } from "./query";
import type { AwsRequest } from "./request";
import { readRest } from "./rest";
import type { ServiceModel } from "./service-model";
import { isStructure, type Report, type Structure } from "./shape";

/** What a request asks for, in the model's words. */
export interface Call {
  readonly operation: string;
  /** Absent when the operation is not in the model, or its body cannot be read. */
  readonly parameters?: Structure;
}

/** Finds a request's operation and reads its parameters, by the protocol that it is written in. What the model does not have is reported. */
export function readCall(model: ServiceModel, request: AwsRequest, report: Report): Call {
  const { headers } = request;
  if (headers["smithy-protocol"]) report("protocol", "", `${headers["smithy-protocol"]} is not read here`);
  if (headers["x-amz-target"]) return readTarget(model, headers["x-amz-target"], request, report);
  if (!model.isRest) return readQuery(model, request, report);
  const [operation, parameters] = readRest(model, request, report) ?? [];
  if (operation === undefined) {
    report("operation", "", `${request.method} ${request.path} is no operation of ${model.name}`);
    return { operation: `${request.method} ${request.path}` };
  }
  return { operation, parameters };
}

function readTarget(model: ServiceModel, target: string, request: AwsRequest, report: Report): Call {
  const point = target.lastIndexOf(".");
  const [prefix, operation] = [target.slice(0, point), target.slice(point + 1)];
  const known = model.operation(operation);
  if (!known) {
    report("operation", "", `${target} is no operation of ${model.name}`);
    return { operation };
  }
  if (prefix !== model.metadata.targetPrefix) {
    report("operation", "X-Amz-Target", `the prefix is ${prefix}, the model's is ${model.metadata.targetPrefix}`);
  }
  if (!known.input) return { operation, parameters: {} };
  try {
    const parameters = readJson(model, known.input, JSON.parse(request.body || "{}"), "", report);
    return isStructure(parameters) ? { operation, parameters } : { operation };
  } catch (error) {
    report("type", "", `the body is not JSON: ${(error as Error).message}`);
    return { operation };
  }
}

function readQuery(model: ServiceModel, request: AwsRequest, report: Report): Call {
  const parameters = new Map(new URLSearchParams(request.body ?? ""));
  const operation = parameters.get("Action") ?? "";
  const version = parameters.get("Version");
  parameters.delete("Action");
  parameters.delete("Version");
  const known = model.operation(operation);
  if (!known) {
    report("operation", "", `"${operation}" is no operation of ${model.name}`);
    return { operation };
  }
  if (version !== model.metadata.apiVersion) {
    report("operation", "Version", `it is ${version}, the model's is ${model.metadata.apiVersion}`);
  }
  const value = new QueryReader(model, parameters, report).read(known.input);
  return { operation, parameters: isStructure(value) ? value : {} };
}
