import { brokenLimits } from "../limits/all";
import type { Circumstances } from "../limits/limit";
import { POLICY_PLACES, policyIn } from "../limits/policies";
import { type CheckedCall, checkRequest } from "../models/check";
import type { RecordedRequest } from "../recording/record";
import { policyProblems } from "./policy-grammar";
import type { Violation } from "./violation";

/** A recorded request in the model's words. */
export interface RecordedCall {
  readonly request: RecordedRequest;
  readonly call: CheckedCall;
  readonly violations: readonly Violation[];
}

type Finding = Pick<Violation, "member" | "rule" | "detail">;

/** Members that say what a request is about, the most telling first. */
// biome-ignore format: a list
const SUBJECTS = [
  "RoleName", "PolicyName", "FunctionName", "AlarmName", "DashboardName", "Bucket", "GroupName", "QueueName", "TopicArn",
  "ClusterName", "ApplicationName", "DeliveryStreamName", "FeatureGroupName", "logGroupName", "Name", "Description",
] as const;

/** Reads and judges every request. One that was sent before, with the same content, is judged once. */
export async function judgeRecord(
  requests: readonly RecordedRequest[],
  circumstances: Circumstances,
): Promise<RecordedCall[]> {
  const judged = new Map<string, Promise<{ call: CheckedCall; findings: readonly Finding[] }>>();
  return Promise.all(
    requests.filter(isAws).map(async (request) => {
      const key = JSON.stringify([
        request.service,
        request.method,
        request.path,
        request.headers["x-amz-target"],
        request.body,
      ]);
      const known = judged.get(key) ?? judge(request, circumstances);
      judged.set(key, known);
      const { call, findings } = await known;
      const { stack, phase } = request;
      const operation = `${call.model.name}:${call.operation}`;
      const subject = String(
        SUBJECTS.map((name) => call.parameters?.[name]).find((value) => typeof value === "string") ?? "",
      );
      return {
        request,
        call,
        violations: findings.map((finding) => ({ stack, phase, operation, subject, ...finding })),
      };
    }),
  );
}

/** Requests that are not signed are for no service: the emulator's own addresses of a function's code, say. */
const isAws = ({ service }: RecordedRequest): boolean => service !== "";

async function judge(
  request: RecordedRequest,
  circumstances: Circumstances,
): Promise<{ call: CheckedCall; findings: readonly Finding[] }> {
  const call = checkRequest(circumstances.models, request);
  const byModel = call.findings.map(({ kind, member, detail }) => ({ member, rule: `AWS's model: ${kind}`, detail }));
  if (!call.parameters) return { call, findings: byModel };
  const byLimits = brokenLimits(call.model.name, call.operation, call.parameters, circumstances).map(
    ({ limit, detail }) => ({
      member: "",
      rule: `${limit.rule} (${limit.source})`,
      detail,
    }),
  );
  const name = `${call.model.name}:${call.operation}`;
  const policy = policyIn(name, call.parameters);
  const kind = POLICY_PLACES[name]?.kind;
  const byGrammar = policy && kind ? await policyProblems(kind, policy) : [];
  const grammar = byGrammar.map((detail) => ({
    member: POLICY_PLACES[name]!.member.join("."),
    rule: "the policy is one that IAM takes",
    detail,
  }));
  return { call, findings: [...byModel, ...byLimits, ...grammar] };
}
