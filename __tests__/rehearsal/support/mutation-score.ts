import { checkParameters, checkRequest } from "../../../local/rehearsal/models/check";
import type { Models } from "../../../local/rehearsal/models/load";
import type { AwsRequest } from "../../../local/rehearsal/models/request";
import { mutations } from "./mutations";

export interface Score {
  readonly broken: number;
  readonly found: number;
  /** Broken requests that the judge accepts. */
  readonly missed: readonly string[];
}

/** How many requests of each operation are broken. */
const PER_OPERATION = 3;

/** Breaks recorded requests in one place each, in their parameters and on the wire, and counts how many the judge finds. */
export function mutationScore(models: Models, requests: readonly AwsRequest[]): Score {
  const seen = new Map<string, number>();
  const missed: string[] = [];
  let broken = 0;
  for (const request of requests.filter(({ service }) => service !== "")) {
    const { model, operation, parameters, findings } = checkRequest(models, request);
    const input = model.operation(operation)?.input;
    const count = seen.get(model.name + operation) ?? 0;
    if (!input || !parameters || findings.length > 0 || count >= PER_OPERATION) continue;
    seen.set(model.name + operation, count + 1);
    for (const mutation of mutations(model, input, parameters)) {
      broken += 1;
      if (checkParameters(model, { operation, parameters: mutation.parameters }).length === 0) {
        missed.push(`${model.name}:${operation} ${mutation.what}`);
      }
    }
    const unknown = withUnknownMember(request);
    if (!unknown) continue;
    broken += 1;
    if (checkRequest(models, unknown).findings.length === 0) missed.push(`${model.name}:${operation} unknown member`);
  }
  return { broken, found: broken - missed.length, missed };
}

/** The request with a member that no model has; nothing where its body is an object's content. */
function withUnknownMember(request: AwsRequest): AwsRequest | undefined {
  const body = request.body ?? "";
  const with_ = (changed: string): AwsRequest => ({ ...request, body: changed, size: Buffer.byteLength(changed) });
  if (body.startsWith("{")) return with_(JSON.stringify({ ...JSON.parse(body), NoSuchMember: 1 }));
  if (body.startsWith("<") && body.includes("</")) {
    const end = body.lastIndexOf("</");
    return with_(`${body.slice(0, end)}<NoSuchMember>1</NoSuchMember>${body.slice(end)}`);
  }
  if (body.includes("Action=")) return with_(`${body}&NoSuchMember.1=1`);
  if (request.size > 0) return undefined;
  return { ...request, path: `${request.path}${request.path.includes("?") ? "&" : "?"}no-such-member=1` };
}
