import { judge } from "./judge";
import type { Models } from "./load";
import { type Call, readCall } from "./read";
import type { AwsRequest } from "./request";
import type { ServiceModel } from "./service-model";
import type { Finding } from "./shape";

/** A request in the model's words, with why AWS would refuse it. */
export interface CheckedCall extends Call {
  readonly model: ServiceModel;
  readonly findings: readonly Finding[];
}

/** Holds a request against AWS's published model of its service. @throws when there is no model of the service */
export function checkRequest(models: Models, request: AwsRequest): CheckedCall {
  const model = models.of(request.service);
  const findings: Finding[] = [];
  const call = readCall(model, request, (kind, member, detail) => findings.push({ kind, member, detail }));
  findings.push(...checkParameters(model, call));
  return { ...call, model, findings };
}

/** Holds an operation's parameters, in the model's words, against the model. */
export function checkParameters(model: ServiceModel, { operation, parameters }: Call): Finding[] {
  const input = model.operation(operation)?.input;
  const findings: Finding[] = [];
  if (input && parameters)
    judge(model, input, parameters, "", (kind, member, detail) => findings.push({ kind, member, detail }));
  return findings;
}
